package org.vitrine.app.data.options;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.vitrine.datasets.DatasetOption;

/**
 * Maps the values of a number option to the way of a slider from 0 to 1. Wide ranges of positive numbers are mapped by their
 * logarithm, so that small ones can be hit.
 */
public record SliderRange(double min, double max, boolean whole) {
    private static final double WIDE = 200;
    private static final int DIGITS = 3;

    public static SliderRange of(DatasetOption option) {
        return new SliderRange(option.min(), option.max(), option.kind() == DatasetOption.Kind.INTEGER);
    }

    private boolean logarithmic() {
        return min > 0 && max / min > WIDE;
    }

    /** Where a value lies, from 0 to 1. */
    public double way(double value) {
        double inside = Math.max(min, Math.min(max, value));
        return logarithmic() ? Math.log(inside / min) / Math.log(max / min) : (inside - min) / (max - min);
    }

    /** The value at a place, rounded to what a person would type. */
    public String text(double way) {
        double value = logarithmic() ? min * Math.pow(max / min, way) : min + way * (max - min);
        if (whole) {
            double rounded = logarithmic() && value >= 100 ? round(value, 2) : Math.rint(value);
            return Long.toString((long) Math.max(min, Math.min(max, rounded)));
        }
        double step = Math.pow(10, Math.floor(Math.log10(max - min)) - 2);
        double rounded = logarithmic() ? round(value, DIGITS) : Math.rint(value / step) * step;
        return BigDecimal.valueOf(Math.max(min, Math.min(max, rounded)))
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double round(double value, int digits) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
