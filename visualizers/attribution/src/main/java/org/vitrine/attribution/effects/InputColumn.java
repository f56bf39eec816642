package org.vitrine.attribution.effects;

import java.util.List;
import org.vitrine.datasets.Scale;

/**
 * A column as people know it, and where the network gets it.
 *
 * @param places in an input, row by row
 * @param scales give the raw number at each place back
 * @param categories of a CATEGORY in the order of its places, of a TOKEN by id; else empty
 */
public record InputColumn(String name, Kind kind, int[] places, List<Scale> scales, List<String> categories) {
    /** What the column holds. */
    public enum Kind {
        NUMBER,
        /** One indicator for each category. */
        CATEGORY,
        /** Year, sine and cosine of the season, sine and cosine of the day of the week. */
        DATE,
        /** The id of one thing of many. */
        TOKEN,
        /** A number at each time step. */
        CHANNEL
    }

    public InputColumn {
        scales = List.copyOf(scales);
        categories = List.copyOf(categories);
    }

    /** The raw number at one of the column's places. */
    double raw(float[] input, int index) {
        return scales.get(index).invert(input[places[index]]);
    }

    /**
     * What stands in the column: the number, the index of the category, a date as a year with its fraction, the id; 0 for a channel,
     * which holds many.
     */
    public double value(float[] input) {
        return switch (kind) {
            case NUMBER -> tidy(raw(input, 0));
            case TOKEN -> input[places[0]];
            case CHANNEL -> 0;
            case DATE -> tidy(raw(input, 0)) + season(input);
            case CATEGORY -> {
                int best = 0;
                for (int k = 1; k < places.length; k++) {
                    if (raw(input, k) > raw(input, best)) {
                        best = k;
                    }
                }
                yield best;
            }
        };
    }

    private double season(float[] input) {
        double turn = Math.atan2(raw(input, 1), raw(input, 2)) / (2 * Math.PI);
        // The first of January may come out as a hair before it.
        double share = turn < -1e-6 ? turn + 1 : Math.max(0, turn);
        return Math.min(share, 1 - 1e-9);
    }

    /** Numbers went through 32-bit floats: more digits than these hold are noise. */
    static double tidy(double value) {
        return value == 0 || !Double.isFinite(value)
                ? value
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(6))
                        .doubleValue();
    }
}
