package org.vitrine.charts.render;

/**
 * A linear or logarithmic axis over [min, max].
 *
 * @param log whether equal distances are equal ratios; then both ends are positive
 */
public record Axis(double min, double max, boolean log) {
    public Axis {
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max) || (log && min <= 0)) {
            throw new IllegalArgumentException("An axis cannot go from " + min + " to " + max);
        }
    }

    public static Axis linear(double min, double max) {
        return new Axis(min, max, false);
    }

    /**
     * An axis that shows all values of [low, high] and ends on round numbers. NaN or empty ranges give [0, 1] (log: [0.1,
     * 1]); a single value gets room around it.
     */
    public static Axis around(double low, double high, boolean log) {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            return new Axis(log ? 0.1 : 0, 1, log);
        }
        return log ? aroundLog(low, high) : aroundLinear(low, high);
    }

    private static Axis aroundLinear(double low, double high) {
        double room = high - low;
        if (room <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
            room = low == 0 ? 1 : Math.abs(low) * 0.2;
            low -= room / 2;
            high += room / 2;
        }
        double step = Ticks.niceStep(room / 5) / 2;
        return linear(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step);
    }

    private static Axis aroundLog(double low, double high) {
        double bottom = Math.max(low, Double.MIN_NORMAL);
        double top = Math.max(high, bottom);
        return new Axis(roundDown(bottom), roundUp(top), true);
    }

    private static double roundDown(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double mantissa = value / decade;
        double below = mantissa > 5 ? 5 : mantissa > 2 ? 2 : mantissa > 1 ? 1 : 0.5;
        return below * decade;
    }

    private static double roundUp(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double mantissa = value / decade;
        double above = mantissa < 2 ? 2 : mantissa < 5 ? 5 : mantissa < 10 ? 10 : 20;
        return above * decade;
    }

    /** Where {@code value} lies: 0 at min, 1 at max; NaN for values that a log axis cannot show. */
    public double unit(double value) {
        if (!log) {
            return (value - min) / (max - min);
        }
        return value > 0 ? Math.log(value / min) / Math.log(max / min) : Double.NaN;
    }

    /** The inverse of {@link #unit}. */
    public double value(double unit) {
        return log ? min * Math.pow(max / min, unit) : min + unit * (max - min);
    }

    /** Round positions for at most about {@code count} labels. */
    public Ticks ticks(int count) {
        return log ? Ticks.log(min, max, count) : Ticks.linear(min, max, count);
    }
}
