package org.vitrine.attribution.neighbours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** Picks those at the top. What is alike goes by its place. */
public final class Ranking {
    private Ranking() {}

    /** Places of the {@code count} least values, the least first; places that are not wanted and NaN are passed over. */
    public static List<Integer> least(double[] values, int count, IntPredicate wanted) {
        return first(values, 1, count, wanted);
    }

    /** Places of the {@code count} greatest values, the greatest first; the same are passed over. */
    public static List<Integer> greatest(double[] values, int count, IntPredicate wanted) {
        return first(values, -1, count, wanted);
    }

    private static List<Integer> first(double[] values, int sign, int count, IntPredicate wanted) {
        Comparator<Integer> order =
                Comparator.<Integer>comparingDouble(i -> sign * values[i]).thenComparing(Comparator.naturalOrder());
        // The last of those that are kept is on top, to be thrown out first.
        PriorityQueue<Integer> kept = new PriorityQueue<>(order.reversed());
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && wanted.test(i)) {
                kept.add(i);
                if (kept.size() > count) {
                    kept.remove();
                }
            }
        }
        List<Integer> found = new ArrayList<>(kept);
        found.sort(order);
        return found;
    }

    /** The {@code count} places that add most to the decision: greater than zero, the greatest first. */
    public static List<Integer> proponents(double[] influences, int count, IntPredicate wanted) {
        return greatest(influences, count, wanted.and(i -> influences[i] > 0));
    }

    /** The {@code count} places that work most against the decision: less than zero, the least first. */
    public static List<Integer> opponents(double[] influences, int count, IntPredicate wanted) {
        return least(influences, count, wanted.and(i -> influences[i] < 0));
    }

    /**
     * How many of the nearest examples have the class that the model says: low where it decides unlike what it learnt from (deep
     * k-nearest neighbours: Papernot, McDaniel 2018).
     *
     * @param classes of the nearest
     * @return 0 to 1; NaN if there are none
     */
    public static double agreement(List<Integer> classes, int predicted) {
        return classes.stream()
                .mapToInt(of -> of == predicted ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
