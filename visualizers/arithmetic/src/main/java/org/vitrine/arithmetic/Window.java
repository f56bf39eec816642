package org.vitrine.arithmetic;

import org.vitrine.graph.layer.Padding;

/** A window that slides along one axis; where padding is odd, less of it lies before than after. */
record Window(int kernel, int stride, int dilation, Padding padding) {

    private int reach() {
        return dilation * (kernel - 1) + 1;
    }

    int windows(int size) {
        return padding == Padding.SAME ? (size + stride - 1) / stride : (size - reach()) / stride + 1;
    }

    /** Where each cell under a window lies on an axis of {@code size}; it may lie outside. */
    int cell(int size, int window, int tap) {
        int before = padding == Padding.SAME ? Math.max(0, (windows(size) - 1) * stride + reach() - size) / 2 : 0;
        return window * stride - before + tap * dilation;
    }

    /** Which cell a transposed window takes into an output through one of its weights; -1 if none. */
    int transposed(int size, int output, int tap) {
        int before = padding == Padding.SAME ? Math.max(0, kernel - stride) / 2 : 0;
        int reached = output + before - tap;
        return reached >= 0 && reached % stride == 0 && reached / stride < size ? reached / stride : -1;
    }

    /** Whether a window over steps is real: with padding where its own step is, else where any of its steps is. */
    boolean isReal(Given input, int window) {
        if (padding == Padding.SAME) {
            return input.isReal(window * stride);
        }
        for (int tap = 0; tap < kernel; tap++) {
            if (input.isReal(window * stride + tap * dilation)) {
                return true;
            }
        }
        return false;
    }
}
