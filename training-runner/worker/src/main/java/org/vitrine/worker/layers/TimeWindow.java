package org.vitrine.worker.layers;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A window that slides over the time axis.
 *
 * @param kernel number of steps it looks at
 * @param stride steps between two windows
 * @param dilation distance between the steps it looks at
 * @param same whether the ends are padded so that a window stands at every {@code stride}-th step; the odd step of padding
 *     goes behind
 */
record TimeWindow(int kernel, int stride, int dilation, boolean same) {

    /** Steps from the first to the last that a window looks at. */
    int reach() {
        return dilation * (kernel - 1) + 1;
    }

    /** Number of windows over so many steps. */
    int windows(int steps) {
        if (same) {
            return (steps + stride - 1) / stride;
        }
        if (reach() > steps) {
            throw new IllegalArgumentException("a window of " + kernel + " steps with dilation " + dilation
                    + " reaches over " + reach() + " steps, but the sequence has only " + steps);
        }
        return (steps - reach()) / stride + 1;
    }

    /** Steps of padding before the first one. */
    int before(int steps) {
        return same ? Math.max(0, (windows(steps) - 1) * stride + reach() - steps) / 2 : 0;
    }

    /** Length of the sequence with its padding. */
    int padded(int steps) {
        return Math.max(steps, (windows(steps) - 1) * stride + reach());
    }

    /**
     * The mask [batch, windows] after the layer. With padding a window is real where the step that it stands at is, so that
     * a sequence padded behind has as many windows as it would have alone; without, where any of its steps is.
     */
    INDArray mask(INDArray mask) {
        int steps = (int) mask.size(1);
        int count = windows(steps);
        double[] real = HostArray.values(Rows.rowMajor(mask.castTo(DataType.DOUBLE)));
        double[][] reduced = new double[(int) mask.size(0)][count];
        for (int example = 0; example < reduced.length; example++) {
            for (int window = 0; window < count; window++) {
                int first = example * steps + window * stride;
                for (int i = 0; i < (same ? 1 : kernel); i++) {
                    if (real[first + i * dilation] != 0.0) {
                        reduced[example][window] = 1.0;
                    }
                }
            }
        }
        return Detached.create(() -> Nd4j.createFromArray(reduced).castTo(mask.dataType()));
    }
}
