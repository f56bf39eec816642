package org.vitrine.charts.render;

/** Collects the range of the values that an axis must show; NaN, infinities and, for log axes, values up to 0 count not. */
public final class ValueRange {
    private final boolean log;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    public ValueRange(boolean log) {
        this.log = log;
    }

    /** Includes the points of index {@code from} (inclusive) to {@code to} (exclusive). */
    public void include(Points points, int from, int to) {
        for (int i = from; i < to; i++) {
            include(points.y(i));
        }
    }

    public void include(double value) {
        if (Double.isFinite(value) && (!log || value > 0)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    public boolean isEmpty() {
        return low > high;
    }

    /** An axis with round ends around what was included. */
    public Axis axis() {
        return isEmpty() ? Axis.around(Double.NaN, Double.NaN, log) : Axis.around(low, high, log);
    }
}
