package org.vitrine.arithmetic;

import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;

/**
 * What came in at a port of a layer, for one example.
 *
 * @param values [values], [channels, height, width], [features, time], or token ids [time]
 * @param mask [time], 1 where a step is real; null if all are
 */
public record Given(Tensor values, @Nullable Tensor mask) {

    int rank() {
        return values.shape().length;
    }

    int size(int axis) {
        return values.shape()[axis];
    }

    double at(int... cell) {
        return values.values()[Cell.place(values.shape(), cell)];
    }

    /** Whether the step of a sequence is real; true for what has no steps. */
    boolean isReal(int step) {
        return mask == null || mask.values()[step] != 0;
    }

    /** Whether a cell lies in a real step, if it is a sequence that has padding. */
    boolean isReal(Cell cell) {
        return mask == null || rank() != 2 || isReal(cell.axis(1));
    }
}
