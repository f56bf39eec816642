package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.app.evaluate.TestScores;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.datasets.metrics.RegressionMetrics;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine evaluate RUN}. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    EvaluateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        TestEvaluation evaluation = run.readEvaluation()
                .orElseThrow(() -> new BadInputException(CliTexts.format("evaluation.none", run.id())));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("run", run.path().toString());
        result.put("testLoss", evaluation.loss());
        if (evaluation.hasConfusion()) {
            classes(evaluation, result);
        } else if (evaluation.values()) {
            values(evaluation, result);
        }
        evaluation.figures().forEach((name, value) -> {
            result.put(name, value);
            say("%-20s %s", name, TestScores.text(name, value));
        });
        others(evaluation, result);
        if (json) {
            environment.console().result(result);
        }
        return ExitCode.OK;
    }

    private void classes(TestEvaluation evaluation, ObjectNode result) {
        ClassificationMetrics metrics = TestScores.classification(evaluation);
        boolean embeddings = evaluation.kind() == TestEvaluation.Kind.EMBEDDINGS;
        result.put(TrainingOutcome.key(embeddings ? Metric.NEIGHBOUR_ACCURACY : Metric.ACCURACY), metrics.accuracy());
        result.put("examples", metrics.total());
        ArrayNode perClass = result.putArray("classes");
        say("%-20s %9s %9s %9s %9s", "class", "precision", "recall", "F1", "examples");
        for (int i = 0; i < metrics.classes(); i++) {
            String name = evaluation.targetNames().get(i);
            ObjectNode row = perClass.addObject();
            row.put("name", name);
            row.put("precision", metrics.precision(i));
            row.put("recall", metrics.recall(i));
            row.put("f1", metrics.f1(i));
            row.put("examples", metrics.support(i));
            line(name, metrics.precision(i), metrics.recall(i), metrics.f1(i), metrics.support(i));
        }
        ClassificationMetrics.Averages macro = metrics.macro();
        line("mean", macro.precision(), macro.recall(), macro.f1(), metrics.total());
        confusion(metrics, evaluation, result.putArray("confusion"));
        say(
                "%s",
                CliTexts.format(
                        "result." + (embeddings ? Metric.NEIGHBOUR_ACCURACY : Metric.ACCURACY),
                        PlainProgress.percent(metrics.accuracy()),
                        PlainProgress.number(evaluation.loss())));
    }

    private void confusion(ClassificationMetrics metrics, TestEvaluation evaluation, ArrayNode rows) {
        say("%n%s", CliTexts.get("confusion"));
        for (int actual = 0; actual < metrics.classes(); actual++) {
            ArrayNode cells = rows.addArray();
            StringBuilder line = new StringBuilder(
                    String.format(Locale.ROOT, "%-20s", evaluation.targetNames().get(actual)));
            for (int predicted = 0; predicted < metrics.classes(); predicted++) {
                cells.add(metrics.count(actual, predicted));
                line.append(String.format(Locale.ROOT, " %5d", metrics.count(actual, predicted)));
            }
            say("%s", line);
        }
        say("");
    }

    private void others(TestEvaluation evaluation, ObjectNode result) {
        for (int i = 0; i < evaluation.perClass().length; i++) {
            String name = evaluation.targetNames().get(i);
            result.withObject("/averagePrecisions").put(name, evaluation.perClass()[i]);
            say("%-20s AP %s", name, PlainProgress.percent(evaluation.perClass()[i]));
        }
        for (TestEvaluation.LabelRow row : evaluation.rows()) {
            String actual = TestScores.row(evaluation, row.actual());
            String read = TestScores.row(evaluation, row.read());
            ObjectNode node = result.withArray("/rows").addObject();
            if (row.source().length == 0) {
                say("%-20s read as %s", actual, read);
            } else {
                String source = TestScores.row(evaluation, row.source());
                node.put("source", source);
                say("%-20s is %-20s written %s", source, actual, read);
            }
            node.put("actual", actual).put("read", read);
        }
    }

    private void values(TestEvaluation evaluation, ObjectNode result) {
        ArrayNode targets = result.putArray("targets");
        double squares = 0;
        for (int i = 0; i < evaluation.targetNames().size(); i++) {
            RegressionMetrics metrics = TestScores.regression(evaluation, i);
            squares += metrics.rmse() * metrics.rmse();
            ObjectNode row = targets.addObject();
            row.put("name", evaluation.targetNames().get(i));
            row.put("rmse", metrics.rmse());
            row.put("mae", metrics.mae());
            row.put("r2", metrics.r2());
            say(
                    "%-20s RMSE %.4g  MAE %.4g  R2 %.4g",
                    evaluation.targetNames().get(i), metrics.rmse(), metrics.mae(), metrics.r2());
        }
        result.put(
                "testRmse",
                Math.sqrt(squares / Math.max(1, evaluation.targetNames().size())));
        result.put("examples", evaluation.outputs().length);
    }

    private void line(String name, double precision, double recall, double f1, long support) {
        say(
                "%-20s %9s %9s %9s %9d",
                name,
                PlainProgress.percent(precision),
                PlainProgress.percent(recall),
                PlainProgress.percent(f1),
                support);
    }

    private void say(String format, Object... arguments) {
        if (!json) {
            environment.console().result(String.format(Locale.ROOT, format, arguments));
        }
    }
}
