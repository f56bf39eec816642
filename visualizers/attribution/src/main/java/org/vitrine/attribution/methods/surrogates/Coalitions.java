package org.vitrine.attribution.methods.surrogates;

import java.util.function.IntFunction;
import org.vitrine.attribution.BaselineMethod;
import org.vitrine.attribution.Inputs;

/** Scores of an input of which only some segments are there. */
final class Coalitions {
    /** So many segments can be tried in all combinations, if the samples suffice. */
    private static final int MOST_ENUMERATED = 20;

    private Coalitions() {}

    /** Whether so many samples suffice to try each combination of so many segments. */
    static boolean canEnumerate(int segments, int samples) {
        return segments <= MOST_ENUMERATED && (1L << segments) <= samples;
    }

    /** The combination with this number: segment {@code i} is there if bit {@code i} is set. */
    static boolean[] numbered(int number, int segments) {
        boolean[] present = new boolean[segments];
        for (int i = 0; i < segments; i++) {
            present[i] = (number >> i & 1) == 1;
        }
        return present;
    }

    static double[] scores(
            BaselineMethod.Comparison at, Segments segments, int count, IntFunction<boolean[]> combination) {
        double[] scores = new double[count];
        Inputs.inBatches(
                at.options().progress(),
                at.input().shape(),
                count,
                i -> segments.mixed(at.input().values(), at.baseline(), combination.apply(i)),
                (start, batch) -> {
                    float[] found = at.model().scores(batch).values();
                    for (int i = 0; i < batch.rows(); i++) {
                        scores[start + i] = found[i * at.model().targets() + at.target()];
                    }
                });
        return scores;
    }
}
