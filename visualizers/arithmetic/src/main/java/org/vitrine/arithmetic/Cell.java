package org.vitrine.arithmetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A place in an array, one index from 0 for each axis. The batch axis is left out. */
public record Cell(List<Integer> axes) {
    public Cell {
        axes = List.copyOf(axes);
    }

    public static Cell of(int... axes) {
        return new Cell(Arrays.stream(axes).boxed().toList());
    }

    /** The cell at a place of an array in row-major order. */
    public static Cell at(int place, int... shape) {
        int[] axes = new int[shape.length];
        int rest = place;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            axes[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return of(axes);
    }

    public int axis(int axis) {
        return axes.get(axis);
    }

    public int rank() {
        return axes.size();
    }

    /**
     * Its place in row-major order.
     *
     * @throws IndexOutOfBoundsException if the shape has no such cell
     */
    public int place(int... shape) {
        return place(shape, axes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The place of a cell, where none has to be made. */
    static int place(int[] shape, int[] cell) {
        if (shape.length != cell.length) {
            throw new IndexOutOfBoundsException(
                    "Cell " + Arrays.toString(cell) + " has " + cell.length + " axes, not " + shape.length);
        }
        int place = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            if (cell[axis] < 0 || cell[axis] >= shape[axis]) {
                throw new IndexOutOfBoundsException(
                        "Cell " + Arrays.toString(cell) + " is outside " + Arrays.toString(shape));
            }
            place = place * shape[axis] + cell[axis];
        }
        return place;
    }

    /** The same with another index on one axis. */
    public Cell with(int axis, int index) {
        int[] changed = axes.stream().mapToInt(Integer::intValue).toArray();
        changed[axis] = index;
        return of(changed);
    }

    /** Such as {@code [3, 0, 12]}. */
    @Override
    public String toString() {
        return axes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
