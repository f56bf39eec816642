package org.vitrine.app.evaluate;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.metrics.RegressionMetrics;
import org.vitrine.runs.evaluation.TestEvaluation;

/** An evaluation in a line or two. */
final class Summary {
    /** What is measured of models that write on from a text, and of no others. */
    private static final String OF_LANGUAGE_MODELS = "bitsPerToken";

    /** Of values, the first line tells it. */
    private static final String TOLD = "rmse";

    private Summary() {}

    static String of(TestEvaluation test) {
        if (test.classes()) {
            return Texts.format(
                    "train.results.classes",
                    Numbers.percent(TestScores.classification(test).accuracy()),
                    Numbers.count(test.actual().length),
                    Numbers.significant(test.loss(), 4));
        }
        if (!test.values() || test.outputs().length == 0) {
            return figures(test, figure -> true);
        }
        RegressionMetrics metrics = TestScores.regression(test, 0);
        String errors = Texts.format(
                "train.results.values",
                Numbers.significant(metrics.rmse(), 4),
                Numbers.significant(metrics.mae(), 4),
                Numbers.significant(metrics.r2(), 4),
                Numbers.count(metrics.count()));
        return test.figures().isEmpty() ? errors : errors + "\n" + figures(test, figure -> !figure.equals(TOLD));
    }

    private static String figures(TestEvaluation test, Predicate<String> wanted) {
        Stream<String> figures = test.figures().entrySet().stream()
                .filter(figure -> wanted.test(figure.getKey()))
                .map(figure -> Texts.get("result." + figure.getKey()) + " "
                        + TestScores.text(figure.getKey(), figure.getValue()));
        Stream<String> loss = Stream.of(Texts.get("result.loss") + " " + Numbers.significant(test.loss(), 4));
        return Stream.concat(figures, loss).collect(Collectors.joining(", "));
    }

    /** Whether the model writes texts, of any kind. */
    static boolean writes(TestEvaluation test) {
        return test.figures().containsKey(OF_LANGUAGE_MODELS)
                || test.rows().stream().anyMatch(row -> row.source().length > 0);
    }
}
