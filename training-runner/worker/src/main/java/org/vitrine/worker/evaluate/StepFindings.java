package org.vitrine.worker.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.runs.evaluation.TestEvaluation;

/** The class of each step that has a target, example by example; probabilities would be too many to keep. */
final class StepFindings implements Findings {
    private final Dataset data;
    private final IntStream.Builder actual = IntStream.builder();
    private final IntStream.Builder predicted = IntStream.builder();

    StepFindings(Dataset data) {
        this.data = data;
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        int classes = data.spec().target().size();
        float[] targets = batch.targets().values();
        int steps = targets.length / batch.size();
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] >= 0) {
                int place = i / steps * classes * steps + i % steps;
                actual.add((int) targets[i]);
                predicted.add(best(outputs, place, steps, classes));
            }
        }
    }

    private static int best(double[] values, int place, int stride, int count) {
        int best = 0;
        for (int k = 1; k < count; k++) {
            if (values[place + k * stride] > values[place + best * stride]) {
                best = k;
            }
        }
        return best;
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        int[] right = actual.build().toArray();
        int[] found = predicted.build().toArray();
        long equal = IntStream.range(0, right.length)
                .filter(i -> right[i] == found[i])
                .count();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("accuracy", (double) equal / Math.max(1, right.length));
        figures.put("perplexity", Math.exp(loss));
        figures.put("steps", (double) right.length);
        return TestEvaluation.of(TestEvaluation.Kind.STEPS, loss, data.targetNames(), figures)
                .withClasses(right, found);
    }
}
