package org.vitrine.worker.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.DetectionObjective;
import org.vitrine.worker.network.PrecisionMetric;

/** Boxes: average precision, and the boxes of the first examples. */
final class BoxFindings implements Findings {
    private static final int KEPT = 2000;

    private final DetectionObjective objective;
    private final PrecisionMetric precision;
    private final Dataset data;
    private final List<TestEvaluation.FoundBoxes> shown = new ArrayList<>();
    private int examples;

    BoxFindings(DetectionObjective objective, Dataset data) {
        this.objective = objective;
        this.precision = new PrecisionMetric(objective);
        this.data = data;
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        precision.take(outputs, batch);
        examples += batch.size();
        for (int i = 0; i < batch.size() && shown.size() < KEPT; i++) {
            shown.add(new TestEvaluation.FoundBoxes(DetectionObjective.actual(batch, i), objective.decode(outputs, i)));
        }
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("averagePrecision", precision.value());
        figures.put("examples", (double) examples);
        return TestEvaluation.of(TestEvaluation.Kind.BOXES, loss, data.targetNames(), figures)
                .withBoxes(precision.perClass(), shown);
    }
}
