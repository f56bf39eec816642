package org.vitrine.peers.parity;

import java.util.Map;
import java.util.Objects;
import org.vitrine.datasets.Tensor;

/**
 * How far two engines are apart.
 *
 * @param absolute the largest difference of two numbers
 * @param relative the largest, over the arrays, of an array's largest difference divided by its largest magnitude in the
 *     reference, or by {@link #FLOOR} if that is smaller
 * @param where the array with the largest relative distance
 */
public record Distance(double absolute, double relative, String where) {
    /** Below this single precision has only rounding to tell. */
    public static final double FLOOR = 1e-6;

    public static Distance of(String name, Tensor ours, Tensor reference) {
        if (ours.size() != reference.size()) {
            throw new IllegalArgumentException(name + ": " + ours + " beside " + reference);
        }
        double difference = 0;
        double magnitude = FLOOR;
        for (int i = 0; i < ours.size(); i++) {
            double apart = Math.abs((double) ours.values()[i] - reference.values()[i]);
            // NaN counts as infinitely far.
            difference = Math.max(difference, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
            magnitude = Math.max(magnitude, Math.abs(reference.values()[i]));
        }
        return new Distance(difference, difference / magnitude, name);
    }

    /** The largest over arrays of the same names. */
    public static Distance of(Map<String, Tensor> ours, Map<String, Tensor> reference) {
        if (!ours.keySet().equals(reference.keySet())) {
            throw new IllegalArgumentException(ours.keySet() + " beside " + reference.keySet());
        }
        return ours.entrySet().stream()
                .map(entry ->
                        of(entry.getKey(), entry.getValue(), Objects.requireNonNull(reference.get(entry.getKey()))))
                .reduce(new Distance(0, 0, ""), Distance::or);
    }

    private Distance or(Distance other) {
        Distance worse = other.relative > relative ? other : this;
        return new Distance(Math.max(absolute, other.absolute), worse.relative, worse.where);
    }
}
