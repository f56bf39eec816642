package org.vitrine.datasets.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** Divides the test part by what its examples have in common. */
public final class Slices {
    private static final int QUARTERS = 4;

    private Slices() {}

    /**
     * Shares of right answers by group, in the order in which groups are first seen.
     *
     * @param groups of each example
     * @param right whether the model was right
     */
    public static List<Slice> ofShares(List<String> groups, boolean[] right) {
        List<Slice> slices = new ArrayList<>();
        members(groups).forEach((name, members) -> {
            long hits = Arrays.stream(members).filter(i -> right[i]).count();
            slices.add(new Slice(name, members, (double) hits / members.length, Interval.wilson(hits, members.length)));
        });
        return slices;
    }

    /** Mean absolute errors by group. */
    public static List<Slice> ofErrors(List<String> groups, double[] absoluteErrors) {
        List<Slice> slices = new ArrayList<>();
        members(groups).forEach((name, members) -> {
            double[] errors =
                    Arrays.stream(members).mapToDouble(i -> absoluteErrors[i]).toArray();
            slices.add(new Slice(name, members, Arrays.stream(errors).average().orElse(0), Interval.ofMean(errors)));
        });
        return slices;
    }

    private static Map<String, int[]> members(List<String> groups) {
        Map<String, List<Integer>> lists = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            lists.computeIfAbsent(groups.get(i), group -> new ArrayList<>()).add(i);
        }
        Map<String, int[]> members = new LinkedHashMap<>();
        lists.forEach((group, list) ->
                members.put(group, list.stream().mapToInt(Integer::intValue).toArray()));
        return members;
    }

    /**
     * Groups numbers: each value is a group of its own where there are few of them, else quarters of about as many examples.
     *
     * @param text how a number is written
     */
    public static List<String> groupsOf(double[] values, int mostValues, DoubleFunction<String> text) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        for (double value : values) {
            counts.merge(value, 1, Integer::sum);
        }
        if (counts.size() <= mostValues) {
            return Arrays.stream(values).mapToObj(text).toList();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] edges = new double[QUARTERS - 1];
        for (int q = 1; q < QUARTERS; q++) {
            edges[q - 1] = sorted[Math.min(sorted.length - 1, sorted.length * q / QUARTERS)];
        }
        return Arrays.stream(values)
                .mapToObj(value -> quarter(value, edges, text))
                .toList();
    }

    private static String quarter(double value, double[] edges, DoubleFunction<String> text) {
        if (Double.isNaN(value)) {
            return text.apply(value);
        }
        if (value < edges[0]) {
            return "< " + text.apply(edges[0]);
        }
        for (int q = 1; q < edges.length; q++) {
            if (value < edges[q]) {
                return text.apply(edges[q - 1]) + " \u2013 " + text.apply(edges[q]);
            }
        }
        return "\u2265 " + text.apply(edges[edges.length - 1]);
    }
}
