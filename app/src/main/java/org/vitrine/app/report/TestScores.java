package org.vitrine.app.report;

import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.datasets.metrics.RegressionMetrics;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Metrics of an evaluation. */
public final class TestScores {
    private TestScores() {}

    /** For classes. */
    public static ClassificationMetrics classification(TestEvaluation evaluation) {
        return ClassificationMetrics.of(evaluation.targetNames().size(), evaluation.actual(), evaluation.predicted());
    }

    /** For one of the target values. */
    public static RegressionMetrics regression(TestEvaluation evaluation, int target) {
        return RegressionMetrics.of(column(evaluation.actualValues(), target), column(evaluation.outputs(), target));
    }

    private static float[] column(float[][] rows, int column) {
        float[] values = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }
}
