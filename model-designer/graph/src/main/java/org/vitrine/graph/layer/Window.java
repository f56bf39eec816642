package org.vitrine.graph.layer;

/** A sliding window along one axis. */
record Window(int kernel, int stride, int dilation, Padding padding) {

    /** The number of window positions over {@code input} values. */
    long output(long input) {
        if (padding == Padding.SAME) {
            return (input + stride - 1) / stride;
        }
        long reach = (long) dilation * (kernel - 1) + 1;
        if (reach > input) {
            throw new ShapeException("window.larger", kernel, dilation, reach, input);
        }
        return (input - reach) / stride + 1;
    }

    /** The number of values that {@code input} window positions cover, which a transposed convolution gives. */
    long transposed(long input) {
        return padding == Padding.SAME ? input * stride : (input - 1) * stride + kernel;
    }
}
