package org.vitrine.app.data;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;

/** The target of one example in a few words. */
final class Truths {
    private static final int MOST_STEPS = 24;

    private Truths() {}

    /** @param example a batch of one */
    static String text(Dataset dataset, Batch example) {
        float[] targets = example.targets().values();
        return switch (dataset.spec().target().kind()) {
            case CLASSES -> dataset.targetNames().get(Math.round(targets[0]));
            case VALUES -> Numbers.significant(dataset.targetScales().get(0).invert(targets[0]), 3);
            case STEP_CLASSES, LABELS -> labels(dataset, targets);
            case BOXES -> boxes(dataset, targets, example.targets().shape()[2]);
        };
    }

    private static String labels(Dataset dataset, float[] targets) {
        boolean narrow = dataset.targetNames().stream().allMatch(name -> name.length() == 1);
        return IntStream.range(0, targets.length)
                .filter(i -> targets[i] >= 0)
                .limit(MOST_STEPS)
                .mapToObj(i -> dataset.targetNames().get((int) targets[i]))
                .collect(Collectors.joining(narrow ? "" : " "));
    }

    private static String boxes(Dataset dataset, float[] targets, int width) {
        String names = IntStream.range(0, targets.length / width)
                .filter(i -> targets[i * width] >= 0)
                .mapToObj(i -> dataset.targetNames().get((int) targets[i * width]))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Texts.get("data.truth.none") : names;
    }
}
