package org.vitrine.graph.cost;

/**
 * How much of the input one position of a layer's output depends on, along each axis: pixels of an image, steps of a
 * sequence. It is the reach of the windows, borders left aside, so it can exceed the input.
 *
 * @param size positions of the input; meaningless if {@code whole}
 * @param stride positions of the input between two neighbours of the output; below 1 where the output is finer
 * @param whole whether the output depends on all positions, as behind recurrence, attention or a dense layer
 */
public record ReceptiveField(long size, double stride, boolean whole) {
    /** Of the input itself. */
    public static final ReceptiveField POINT = new ReceptiveField(1, 1, false);

    /** Of what sees everything. */
    public static final ReceptiveField WHOLE = new ReceptiveField(0, 1, true);

    /** Behind a window over this field's layer. */
    ReceptiveField window(int kernel, int windowStride, int dilation) {
        long reach = (long) dilation * (kernel - 1);
        return whole ? this : new ReceptiveField(size + Math.round(reach * stride), stride * windowStride, false);
    }

    /** Behind a transposed window, whose output positions each come from {@code kernel / stride} positions at most. */
    ReceptiveField transposed(int kernel, int windowStride) {
        int sources = (kernel + windowStride - 1) / windowStride;
        return whole
                ? this
                : new ReceptiveField(size + Math.round((sources - 1) * stride), stride / windowStride, false);
    }

    /** The one that sees more. */
    ReceptiveField larger(ReceptiveField other) {
        if (whole || other.whole) {
            return WHOLE;
        }
        return other.size > size ? other : this;
    }
}
