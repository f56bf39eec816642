package org.vitrine.worker.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.text.LanguageModel;

/** The class of each step that has a target, example by example; probabilities would be too many to keep. */
final class StepFindings implements Findings {
    private final Dataset data;
    private final StepScores scores;
    private final IntStream.Builder actual = IntStream.builder();
    private final IntStream.Builder predicted = IntStream.builder();
    private final IntStream.Builder stepCounts = IntStream.builder();
    private final List<Float> losses = new ArrayList<>();

    StepFindings(Dataset data) {
        this.data = data;
        this.scores = new StepScores(data.spec().target().size());
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        int[] counts = new int[batch.size()];
        double[] sums = new double[batch.size()];
        scores.take(outputs, batch, (example, right, found, crossEntropy) -> {
            actual.add(right);
            predicted.add(found);
            counts[example]++;
            sums[example] += crossEntropy;
        });
        for (int i = 0; i < counts.length; i++) {
            stepCounts.add(counts[i]);
            losses.add((float) (sums[i] / Math.max(1, counts[i])));
        }
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("accuracy", scores.accuracy());
        figures.put("perplexity", scores.perplexity());
        if (LanguageModel.fits(data.spec())) {
            figures.put("bitsPerToken", scores.bits());
        }
        figures.put("steps", (double) scores.count());
        return TestEvaluation.of(TestEvaluation.Kind.STEPS, loss, data.targetNames(), figures)
                .withClasses(actual.build().toArray(), predicted.build().toArray())
                .withLosses(Floats.of(losses))
                .withStepCounts(stepCounts.build().toArray());
    }
}
