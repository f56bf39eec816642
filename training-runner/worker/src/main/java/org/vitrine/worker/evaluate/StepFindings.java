package org.vitrine.worker.evaluate;

import java.util.LinkedHashMap;
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

    StepFindings(Dataset data) {
        this.data = data;
        this.scores = new StepScores(data.spec().target().size());
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        scores.take(outputs, batch, (right, found) -> {
            actual.add(right);
            predicted.add(found);
        });
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
                .withClasses(actual.build().toArray(), predicted.build().toArray());
    }
}
