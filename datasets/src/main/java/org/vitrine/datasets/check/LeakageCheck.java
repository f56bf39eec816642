package org.vitrine.datasets.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.read.Cancellation;

/**
 * Finds examples that stand in two parts: the same values; texts that differ but in case, blanks and marks; pictures, sounds
 * and other rows of numbers that differ but in a little noise. Takes seconds for large sets: never call it on the FX thread.
 */
public final class LeakageCheck {
    private static final int MOST_PAIRS = 20;

    private LeakageCheck() {}

    /**
     * What the parts have in common. Before the first step is best: steps can make different examples the same, as cutting
     * texts does.
     *
     * @throws DatasetException if the thread is interrupted
     */
    public static Leakage of(Stage stage) throws DatasetException {
        List<Leakage.Overlap> overlaps = new ArrayList<>();
        Known train = new Known(stage.train());
        add(overlaps, Part.TRAIN, train, Part.VALIDATION, stage.validation());
        add(overlaps, Part.TRAIN, train, Part.TEST, stage.test());
        add(overlaps, Part.VALIDATION, new Known(stage.validation()), Part.TEST, stage.test());
        return new Leakage(overlaps);
    }

    private static void add(List<Leakage.Overlap> overlaps, Part first, Known known, Part second, Examples others)
            throws DatasetException {
        List<Duplicate> found = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Cancellation.check("duplicates");
            known.find(others, i, found);
        }
        if (found.isEmpty()) {
            return;
        }
        int exact = (int) found.stream().filter(Duplicate::exact).count();
        int contradictions =
                (int) found.stream().filter(pair -> !pair.sameTarget()).count();
        List<Duplicate> pairs = found.stream()
                .sorted(Comparator.comparing(Duplicate::exact).reversed())
                .limit(MOST_PAIRS)
                .toList();
        overlaps.add(
                new Leakage.Overlap(first, second, others.size(), exact, found.size() - exact, contradictions, pairs));
    }

    /** The examples of one part, to look others up. */
    private static final class Known {
        private final Examples examples;
        private final Map<String, Integer> exact = new HashMap<>();
        private final Map<String, Integer> loose = new HashMap<>();
        private final List<NearNumbers> numbers;

        Known(Examples examples) throws DatasetException {
            this.examples = examples;
            for (int i = 0; i < examples.size(); i++) {
                Cancellation.check("duplicates");
                Likeness likeness = Likeness.of(examples.example(i).value());
                exact.putIfAbsent(likeness.exact(), i);
                loose.putIfAbsent(likeness.loose(), i);
            }
            numbers = NearNumbers.applies(examples) ? List.of(NearNumbers.among(examples)) : List.of();
        }

        void find(Examples others, int index, List<Duplicate> found) {
            Likeness likeness = Likeness.of(others.example(index).value());
            int same = exact.getOrDefault(likeness.exact(), -1);
            int alike = same >= 0 ? same : loose.getOrDefault(likeness.loose(), -1);
            for (NearNumbers near : numbers) {
                alike = alike >= 0 ? alike : near.find(others, index);
            }
            if (alike >= 0) {
                boolean sameTarget = examples.example(alike)
                        .target()
                        .equals(others.example(index).target());
                found.add(new Duplicate(alike, index, same >= 0, sameTarget));
            }
        }
    }
}
