package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.metrics.AveragePrecision;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Panels of found boxes. */
final class BoxPanels {
    private static final double SIDE = 150;
    private static final double LEAST_OVERLAP = 0.3;
    private static final double MOST_OVERLAP = 0.95;

    private final TestEvaluation test;
    private final Choice choice;
    private final BoxFigures figures;

    BoxPanels(Tested tested, Choice choice, TestExamples examples) {
        this.test = tested.test();
        this.choice = choice;
        this.figures = new BoxFigures(test, examples);
    }

    /** True and found boxes on the pictures. */
    EvaluationPanel overlays() {
        FigureView view = EvaluationPanel.view("overlays");
        ExamplePanels.Tiles tiles = new ExamplePanels.Tiles(view, choice, figures::tile, SIDE);
        tiles.show(IntStream.range(0, test.boxes().size()).boxed().toList());
        Label note = EvaluationPanel.note("overlays");
        note.setText(Texts.get("evaluate.boxes.how"));
        return EvaluationPanel.scrolled("overlays", "mdi2v-vector-square", view, () -> Optional.of(boxes()), note);
    }

    private Table boxes() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < test.boxes().size(); i++) {
            int example = i;
            test.boxes().get(i).actual().forEach(box -> rows.add(row(example, "actual", box)));
            test.boxes().get(i).found().forEach(box -> rows.add(row(example, "found", box)));
        }
        return Table.of(List.of("example", "box", "class", "x", "y", "width", "height", "confidence"), rows);
    }

    private List<Object> row(int example, String kind, org.vitrine.datasets.metrics.Box box) {
        return List.of(
                example,
                kind,
                test.targetNames().get(box.type()),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                box.confidence());
    }

    /** Precision over recall of each class, at the overlap that is asked of a right box. */
    EvaluationPanel curves() {
        FigureView view = EvaluationPanel.view("precisions");
        Slider slider = ClassPanels.slider("overlap");
        slider.setMin(LEAST_OVERLAP);
        slider.setMax(MOST_OVERLAP);
        slider.valueProperty().bindBidirectional(choice.overlap());
        Label note = EvaluationPanel.note("overlap");
        Runnable show = () -> {
            double overlap = choice.overlap().get();
            view.show(figures.curves(overlap, choice.type().get()));
            note.setText(Texts.format(
                    "evaluate.boxes.at",
                    Numbers.significant(overlap, 2),
                    Numbers.percent(figures.at(overlap).mean())));
        };
        EvaluationPanel.watch(show, choice.overlap(), choice.type());
        return EvaluationPanel.of(
                "precisions", "mdi2c-chart-line-variant", view, () -> Optional.of(points()), slider, note);
    }

    private Table points() {
        List<List<Object>> rows = new ArrayList<>();
        AveragePrecision precision = figures.at(choice.overlap().get());
        for (int k = 0; k < test.targetNames().size(); k++) {
            for (AveragePrecision.Point point : precision.curve(k)) {
                rows.add(List.of(test.targetNames().get(k), point.confidence(), point.recall(), point.precision()));
            }
        }
        return Table.of(
                List.of(
                        Texts.get("evaluate.class"),
                        Texts.get("evaluate.confidence"),
                        Texts.get("evaluate.recall"),
                        Texts.get("evaluate.precision")),
                rows);
    }

    /** Mean average precision over the overlap that is asked for. */
    EvaluationPanel overlaps() {
        FigureView view = EvaluationPanel.view("overlaps");
        view.show(figures.overlaps());
        return EvaluationPanel.of("overlaps", "mdi2c-chart-line", view, EvaluationPanel.none());
    }
}
