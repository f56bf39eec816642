package org.vitrine.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.vitrine.app.evaluate.BoxFigures;
import org.vitrine.app.evaluate.ClassFigures;
import org.vitrine.app.evaluate.Divisions;
import org.vitrine.app.evaluate.OtherFigures;
import org.vitrine.app.evaluate.TestExamples;
import org.vitrine.app.evaluate.TestScores;
import org.vitrine.app.evaluate.Tested;
import org.vitrine.app.evaluate.ValueFigures;
import org.vitrine.charts.evaluation.SlicesFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.datasets.evaluation.Mistakes;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.datasets.metrics.RegressionMetrics;
import org.vitrine.drawing.Figure;
import org.vitrine.runs.evaluation.TestEvaluation;

/** The figures and tables of the window's evaluation, those that fit the task, for a report. */
final class EvaluationBlocks {
    private static final double WIDE = 900;
    private static final double HALF = 560;
    private static final double HIGH = 400;
    private static final int SHOWN = 24;
    private static final int ROWS = 20;
    private static final int MANY_CLASSES = 60;
    private static final double SIDE = 72;

    private final Tested tested;
    private final TestEvaluation test;
    private final TestExamples examples;
    private final List<Block> blocks = new ArrayList<>();

    EvaluationBlocks(Tested tested) {
        this.tested = tested;
        this.test = tested.test();
        this.examples = new TestExamples(tested);
    }

    List<Block> all() {
        figures();
        switch (test.kind()) {
            case CLASSES -> classes();
            case VALUES -> values();
            case STEPS -> {
                confusion();
                losses();
            }
            case LABELS -> texts();
            case EMBEDDINGS -> {
                confusion();
                drawn("verification", HALF, HIGH, ClassFigures.verification(test));
            }
            case BOXES -> boxes();
            case RECONSTRUCTIONS -> reconstructions();
        }
        slices();
        return blocks;
    }

    private void drawn(String key, double width, double height, Figure figure) {
        blocks.add(Block.Drawn.of(ReportTexts.get("figure." + key), width, height, figure));
    }

    private void figures() {
        if (!test.figures().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            test.figures()
                    .forEach((name, value) ->
                            rows.add(List.of(ReportTexts.get("figure." + name), TestScores.text(name, value))));
            blocks.add(new Block.Facts(rows));
        }
    }

    private void classes() {
        ClassFigures figures = new ClassFigures(test);
        confusion();
        drawn("roc", HALF, HIGH, figures.roc(OptionalInt.empty(), 0.5));
        drawn("precisionRecall", HALF, HIGH, figures.precisionRecall(OptionalInt.empty(), 0.5));
        drawn("reliability", HALF, HIGH, figures.reliability());
        blocks.add(new Block.Text(figures.calibrationText()));
        tiles(
                "mistakes",
                Mistakes.mostConfident(test.actual(), test.predicted(), test.outputs(), SHOWN).stream()
                        .map(index -> examples.tile(index, 0))
                        .toList());
    }

    private void confusion() {
        ClassFigures figures = new ClassFigures(test);
        ClassificationMetrics metrics = figures.metrics();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(MANY_CLASSES, metrics.classes()); i++) {
            rows.add(row(
                    test.targetNames().get(i),
                    metrics.precision(i),
                    metrics.recall(i),
                    metrics.f1(i),
                    metrics.support(i)));
        }
        ClassificationMetrics.Averages macro = metrics.macro();
        rows.add(row(ReportTexts.get("mean"), macro.precision(), macro.recall(), macro.f1(), metrics.total()));
        blocks.add(new Block.Grid(
                List.of(
                        ReportTexts.get("class"),
                        ReportTexts.get("precision"),
                        ReportTexts.get("recall"),
                        ReportTexts.get("f1"),
                        ReportTexts.get("examples")),
                rows));
        double side = Math.min(760, 180 + 42.0 * metrics.classes());
        drawn("confusion", Math.max(300, side), Math.max(220, side - 60), figures.confusion(-1, -1));
        blocks.add(new Block.Text(ReportTexts.get("confusion.how")));
    }

    private static List<String> row(String name, double precision, double recall, double f1, long support) {
        return List.of(
                name, Figures.percent(precision), Figures.percent(recall), Figures.percent(f1), Long.toString(support));
    }

    private void values() {
        ValueFigures figures = new ValueFigures(tested);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < test.targetNames().size(); i++) {
            RegressionMetrics metrics = TestScores.regression(test, i);
            rows.add(List.of(
                    test.targetNames().get(i),
                    Figures.number(metrics.rmse()),
                    Figures.number(metrics.mae()),
                    Figures.number(metrics.r2())));
        }
        blocks.add(new Block.Grid(
                List.of(
                        ReportTexts.get("target"),
                        ReportTexts.get("rmse"),
                        ReportTexts.get("mae"),
                        ReportTexts.get("r2")),
                rows));
        if (figures.forecasts()) {
            drawn("forecast", WIDE, 320, figures.forecast(0, -1, 0, 300));
        }
        drawn("scatter", HALF, HIGH, figures.predictedActual(0, -1));
        drawn("residuals", HALF, HIGH, figures.residuals(0, -1));
        drawn("histogram", HALF, HIGH, figures.histogram(0));
        drawn("quantiles", HALF, HIGH, figures.quantiles(0));
    }

    private void texts() {
        OtherFigures figures = new OtherFigures(tested, examples);
        List<List<String>> rows = figures.texts();
        blocks.add(new Block.Grid(figures.textHeads(), rows.subList(0, Math.min(ROWS, rows.size()))));
    }

    private void boxes() {
        BoxFigures figures = new BoxFigures(test, examples);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < test.perClass().length; i++) {
            rows.add(List.of(test.targetNames().get(i), TestScores.text("averagePrecision", test.perClass()[i])));
        }
        blocks.add(new Block.Grid(List.of(ReportTexts.get("class"), ReportTexts.get("averagePrecision")), rows));
        drawn("precisionRecall", HALF, HIGH, figures.curves(0.5, OptionalInt.empty()));
        drawn("overlaps", HALF, HIGH, figures.overlaps());
        TilesFigure tiles = new TilesFigure(
                IntStream.range(0, Math.min(SHOWN / 2, test.boxes().size()))
                        .mapToObj(figures::tile)
                        .toList(),
                150,
                -1);
        drawn("boxes", WIDE, tiles.height(WIDE), tiles);
    }

    private void reconstructions() {
        OtherFigures figures = new OtherFigures(tested, examples);
        tiles(
                "reconstructions",
                IntStream.range(0, Math.min(SHOWN, test.outputs().length))
                        .mapToObj(figures::reconstruction)
                        .toList());
        losses();
    }

    private void losses() {
        if (test.losses().length > 0) {
            drawn("losses", HALF, HIGH, new OtherFigures(tested, examples).losses());
        }
    }

    private void tiles(String key, List<TilesFigure.Tile> tiles) {
        if (!tiles.isEmpty()) {
            boolean pictures = tiles.get(0).looks().get(0).lines().isEmpty();
            TilesFigure figure = new TilesFigure(tiles, pictures ? SIDE : 136, -1);
            drawn(key, WIDE, figure.height(WIDE), figure);
        }
    }

    /** All divisions, those of columns too. */
    private void slices() {
        Divisions divisions = new Divisions(tested);
        for (Divisions.Division division : divisions.all()) {
            SlicesFigure figure = new SlicesFigure(
                    divisions.slices(division, 0), divisions.overall(0), divisions.shares(), divisions.scoreName(), "");
            blocks.add(Block.Drawn.of(
                    ReportTexts.format("figure.slices", division.name()), HALF, figure.height(), figure));
        }
    }
}
