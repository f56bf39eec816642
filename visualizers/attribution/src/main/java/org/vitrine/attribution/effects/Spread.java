package org.vitrine.attribution.effects;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Repeated measurements of one thing.
 *
 * @param deviation of the sample, with one less than their number in the denominator; 0 of a single one
 */
public record Spread(double mean, double deviation) {

    /** How much more, over the repeats. */
    public static Spread above(double base, List<Quality> permuted, ToDoubleFunction<Quality> measured) {
        double[] values = permuted.stream()
                .mapToDouble(quality -> measured.applyAsDouble(quality) - base)
                .toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(mean, values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }

    /** The same the other way round. */
    public Spread negated() {
        return new Spread(-mean, deviation);
    }
}
