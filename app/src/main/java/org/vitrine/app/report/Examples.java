package org.vitrine.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Chooses the test examples that a report shows. */
final class Examples {
    private Examples() {}

    /** Some of so many, as far apart as they can be. */
    static List<Integer> spread(int count, int most) {
        int some = Math.min(count, most);
        return IntStream.range(0, some)
                .mapToObj(i -> (int) ((long) i * count / some))
                .toList();
    }

    /** Rightly predicted ones, of different classes as far as there are, in their order. */
    static List<Integer> right(TestEvaluation evaluation, int most) {
        if (!evaluation.classes()) {
            return byError(evaluation, most, false);
        }
        List<Integer> chosen = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < evaluation.actual().length && chosen.size() < most; i++) {
            if (evaluation.actual()[i] == evaluation.predicted()[i]
                    && seen.add(evaluation.actual()[i])) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    /** Wrongly predicted ones, the most confident errors first. */
    static List<Integer> wrong(TestEvaluation evaluation, int most) {
        if (!evaluation.classes()) {
            return byError(evaluation, most, true);
        }
        return IntStream.range(0, evaluation.actual().length)
                .filter(i -> evaluation.actual()[i] != evaluation.predicted()[i])
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -evaluation.outputs()[i][evaluation.predicted()[i]]))
                .limit(most)
                .toList();
    }

    private static List<Integer> byError(TestEvaluation evaluation, int most, boolean largestFirst) {
        Comparator<Integer> order = Comparator.comparingDouble(
                i -> Math.abs(evaluation.outputs()[i][0] - evaluation.actualValues()[i][0]));
        return IntStream.range(0, evaluation.outputs().length)
                .boxed()
                .sorted(largestFirst ? order.reversed() : order)
                .limit(most)
                .toList();
    }
}
