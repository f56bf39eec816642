package org.vitrine.runs.watch;

import java.util.List;

/**
 * Numbers of a record that stand in the data file of the watch.
 *
 * @param offset of the first byte
 * @param shape lengths of the axes, row by row
 * @param bytes of a number: 4 for floats in little endian, 1 for steps of 1/255 between low and high
 * @param low what a 0 stands for, of numbers of one byte
 * @param high what a 255 stands for
 */
public record Block(long offset, List<Integer> shape, int bytes, double low, double high) {
    public Block {
        shape = List.copyOf(shape);
    }

    /** How many numbers there are. */
    public int size() {
        return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }
}
