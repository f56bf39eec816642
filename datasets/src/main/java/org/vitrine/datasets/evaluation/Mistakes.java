package org.vitrine.datasets.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a model got wrong, the worst first. */
public final class Mistakes {
    private Mistakes() {}

    /** Indices of wrongly classified examples, the surest of their wrong class first; ties keep their order. */
    public static List<Integer> mostConfident(int[] actual, int[] predicted, float[][] probabilities, int most) {
        return IntStream.range(0, actual.length)
                .filter(i -> actual[i] != predicted[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities[i][predicted[i]]))
                .limit(most)
                .toList();
    }

    /** Indices of the examples with the greatest absolute errors, the greatest first. */
    public static List<Integer> largest(double[] absoluteErrors, int most) {
        return IntStream.range(0, absoluteErrors.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -absoluteErrors[i]))
                .limit(most)
                .toList();
    }
}
