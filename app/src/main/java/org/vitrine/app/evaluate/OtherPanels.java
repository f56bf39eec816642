package org.vitrine.app.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.TableFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.Table;

/** Panels of texts that were read or written, and of inputs that were made anew. */
final class OtherPanels {
    private static final double SIDE = 72;

    private final Tested tested;
    private final Choice choice;
    private final OtherFigures figures;

    OtherPanels(Tested tested, Choice choice, TestExamples examples) {
        this.tested = tested;
        this.choice = choice;
        this.figures = new OtherFigures(tested, examples);
    }

    /** What should be written beside what is. */
    EvaluationPanel texts() {
        FigureView view = EvaluationPanel.view("texts");
        CheckBox wrongOnly = new CheckBox(Texts.get("evaluate.texts.wrong"));
        wrongOnly.setId("texts-wrong");
        List<List<String>> all = figures.texts();
        int[][] rows = new int[1][];
        TableFigure[] figure = new TableFigure[1];
        Runnable show = () -> {
            rows[0] = IntStream.range(0, all.size())
                    .filter(i -> !wrongOnly.isSelected() || !all.get(i).get(3).equals("0"))
                    .toArray();
            int chosen = choice.example().get().orElse(-1);
            figure[0] = figures.textTable(
                    IntStream.of(rows[0]).mapToObj(all::get).toList(),
                    IntStream.range(0, rows[0].length)
                            .filter(place -> rows[0][place] == chosen)
                            .findFirst()
                            .orElse(-1));
            view.show(figure[0]);
            view.setMinHeight(figure[0].height());
            view.setPrefHeight(figure[0].height());
        };
        EvaluationPanel.watch(show, wrongOnly.selectedProperty(), choice.example());
        view.setOnMouseClicked(event -> {
            int row = figure[0].at(event.getY());
            if (row >= 0) {
                choice.look(rows[0][row]);
            }
        });
        return EvaluationPanel.scrolled(
                "texts",
                "mdi2t-text-box-outline",
                view,
                () -> Optional.of(Table.of(figures.textHeads(), all)),
                wrongOnly);
    }

    /** Inputs beside what was made of them. */
    EvaluationPanel reconstructions() {
        FigureView view = EvaluationPanel.view("reconstructions");
        ExamplePanels.Tiles tiles = new ExamplePanels.Tiles(view, choice, figures::reconstruction, SIDE);
        tiles.show(IntStream.range(0, tested.test().outputs().length).boxed().toList());
        return EvaluationPanel.scrolled("reconstructions", "mdi2c-content-copy", view, () -> Optional.of(losses()));
    }

    /** How large losses are. */
    EvaluationPanel lossHistogram() {
        FigureView view = EvaluationPanel.view("losses");
        view.show(figures.losses());
        return EvaluationPanel.of("losses", "mdi2c-chart-histogram", view, () -> Optional.of(losses()));
    }

    private Table losses() {
        float[] losses = tested.test().losses();
        return new Table(
                List.of(Texts.get("evaluate.example"), Texts.get("evaluate.slices.score.loss")),
                losses.length,
                (row, column) -> column == 0 ? (Object) row : (Object) losses[row]);
    }

    /** The examples with the greatest losses. */
    EvaluationPanel mistakes(TestExamples examples) {
        float[] losses = tested.test().losses();
        double[] values =
                IntStream.range(0, losses.length).mapToDouble(i -> losses[i]).toArray();
        return ExamplePanels.tiles(
                "worst",
                "mdi2a-alert-outline",
                tested,
                choice,
                examples,
                org.vitrine.datasets.evaluation.Mistakes.largest(values, 60));
    }
}
