package org.vitrine.app.evaluate;

import org.vitrine.charts.format.Numbers;
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

    /** A figure in words: shares in per cent, numbers of things as they are. */
    public static String text(String figure, double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        return switch (figure) {
            case "examples", "steps", "season" -> Long.toString(Math.round(value));
            case "perplexity",
                    "bitsPerToken",
                    "rmse",
                    "rmseMean",
                    "rmseBiases",
                    "rmseNaive",
                    "rmseSeasonal",
                    "mase",
                    "verification",
                    "threshold" -> Numbers.value(value);
            default -> Numbers.percent(value);
        };
    }

    /** A row of labels by their names; single characters stand close, whatever special tokens such as padding are called. */
    public static String row(TestEvaluation evaluation, int[] labels) {
        boolean narrow = evaluation.targetNames().stream()
                .allMatch(name -> name.codePointCount(0, name.length()) == 1 || name.startsWith("<"));
        return java.util.Arrays.stream(labels)
                .mapToObj(evaluation.targetNames()::get)
                .collect(java.util.stream.Collectors.joining(narrow ? "" : " "));
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
