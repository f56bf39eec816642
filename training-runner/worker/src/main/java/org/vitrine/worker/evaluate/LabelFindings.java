package org.vitrine.worker.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.metrics.EditDistance;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.worker.network.CtcObjective;

/** Rows of labels: how far they are from the true ones, and the first of them. */
final class LabelFindings implements Findings {
    private static final int KEPT = 2000;

    private final CtcObjective objective;
    private final Dataset data;
    private final List<TestEvaluation.LabelRow> rows = new ArrayList<>();
    private int examples;
    private int exact;
    private double errors;

    LabelFindings(CtcObjective objective, Dataset data) {
        this.objective = objective;
        this.data = data;
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        for (int i = 0; i < batch.size(); i++) {
            int[] actual = CtcObjective.actual(batch, i);
            int[] read = objective.decode(outputs, batch, i);
            examples++;
            exact += Arrays.equals(actual, read) ? 1 : 0;
            errors += (double) EditDistance.between(read, actual) / Math.max(1, actual.length);
            if (rows.size() < KEPT) {
                rows.add(new TestEvaluation.LabelRow(new int[0], actual, read));
            }
        }
    }

    @Override
    public TestEvaluation evaluation(double loss) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("labelError", errors / Math.max(1, examples));
        figures.put("exact", (double) exact / Math.max(1, examples));
        figures.put("examples", (double) examples);
        return TestEvaluation.of(TestEvaluation.Kind.LABELS, loss, data.targetNames(), figures)
                .withRows(rows);
    }
}
