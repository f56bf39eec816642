package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.scene.Cursor;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.SlicesFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.evaluation.Slice;

/** Panels of examples, as tiles or divided into slices. */
final class ExamplePanels {
    private static final double SIDE = 72;
    private static final double TEXT_SIDE = 132;
    private static final int MOST_TILES = 200;

    private ExamplePanels() {}

    static double side(Tested tested, TestExamples examples) {
        boolean pictures = tested.size() > 0 && examples.look(0).lines().isEmpty();
        return pictures ? SIDE : TEXT_SIDE;
    }

    /** Some examples: a click looks at one, a second click opens it. */
    static EvaluationPanel tiles(
            String id, String icon, Tested tested, Choice choice, TestExamples examples, List<Integer> shown) {
        FigureView view = EvaluationPanel.view(id);
        Tiles tiles = new Tiles(
                view, choice, index -> examples.tile(index, choice.value().get()), side(tested, examples));
        tiles.show(shown);
        return EvaluationPanel.scrolled(id, icon, view, () -> Optional.of(table(shown, tested, examples)));
    }

    /** The examples behind what is chosen: a cell of the matrix, or a slice. */
    static EvaluationPanel chosen(Tested tested, Choice choice, TestExamples examples) {
        FigureView view = EvaluationPanel.view("examples");
        Tiles tiles = new Tiles(
                view, choice, index -> examples.tile(index, choice.value().get()), side(tested, examples));
        Label note = EvaluationPanel.note("examples");
        choice.some().subscribe(some -> {
            tiles.show(some.examples());
            note.setText(
                    some.title().isEmpty()
                            ? Texts.get("evaluate.examples.none")
                            : Texts.format(
                                    "evaluate.examples.some",
                                    some.title(),
                                    some.examples().size()));
        });
        return EvaluationPanel.scrolled(
                "examples",
                "mdi2i-image-multiple-outline",
                view,
                () -> Optional.of(table(choice.some().get().examples(), tested, examples)),
                note);
    }

    private static Table table(List<Integer> shown, Tested tested, TestExamples examples) {
        List<List<Object>> rows = new ArrayList<>();
        for (int index : shown) {
            rows.add(List.of(
                    index,
                    String.join(" ", examples.captions(index, 0)),
                    String.join(" ", examples.look(index).lines())));
        }
        return Table.of(
                List.of(Texts.get("evaluate.example"), tested.document().title(), Texts.get("evaluate.text")), rows);
    }

    /** Tiles in a view, with what the mouse does to them. */
    static final class Tiles {
        private final FigureView view;
        private final Choice choice;
        private final IntFunction<TilesFigure.Tile> tile;
        private final double side;
        private TilesFigure figure = new TilesFigure(List.of(), SIDE, -1);

        Tiles(FigureView view, Choice choice, IntFunction<TilesFigure.Tile> tile, double side) {
            this.view = view;
            this.choice = choice;
            this.tile = tile;
            this.side = side;
            choice.example().subscribe(chosen -> draw(figure.tiles(), chosen.orElse(-1)));
            choice.value()
                    .subscribe(value -> show(figure.tiles().stream()
                            .map(TilesFigure.Tile::number)
                            .toList()));
            view.setOnMouseClicked(event -> choice.look(figure.at(event.getX(), event.getY(), view.getWidth())));
            view.setOnMouseMoved(event -> view.setCursor(
                    figure.at(event.getX(), event.getY(), view.getWidth()) >= 0 ? Cursor.HAND : Cursor.DEFAULT));
            view.widthProperty().subscribe(width -> grow());
        }

        void show(List<Integer> examples) {
            draw(
                    examples.stream().limit(MOST_TILES).map(tile::apply).toList(),
                    choice.example().get().orElse(-1));
        }

        private void draw(List<TilesFigure.Tile> tiles, int chosen) {
            figure = new TilesFigure(tiles, side, chosen);
            view.show(figure);
            grow();
        }

        private void grow() {
            view.setMinHeight(figure.height(Math.max(200, view.getWidth())));
            view.setPrefHeight(view.getMinHeight());
        }
    }

    /** How the model does on parts of the examples: a row chooses its examples. */
    static EvaluationPanel slices(Tested tested, Choice choice) {
        Divisions divisions = new Divisions(tested);
        FigureView view = EvaluationPanel.view("slices");
        ComboBox<Divisions.Division> by = new ComboBox<>();
        by.setId("slices-by");
        by.getItems().setAll(divisions.all());
        by.getSelectionModel().selectFirst();
        SlicesFigure[] figure = new SlicesFigure[1];
        Runnable show = () -> {
            Divisions.Division division = by.getValue();
            int value = choice.value().get();
            List<Slice> slices = division == null ? List.of() : divisions.slices(division, value);
            String chosen = slices.stream()
                    .map(Slice::name)
                    .filter(name ->
                            title(division, name).equals(choice.some().get().title()))
                    .findFirst()
                    .orElse("");
            figure[0] = new SlicesFigure(
                    slices, divisions.overall(value), divisions.shares(), divisions.scoreName(), chosen);
            view.show(figure[0]);
            view.setMinHeight(figure[0].height());
            view.setPrefHeight(figure[0].height());
        };
        EvaluationPanel.watch(show, by.valueProperty(), choice.some(), choice.value());
        view.setOnMouseClicked(event -> {
            int row = figure[0].at(event.getY());
            if (row >= 0) {
                Slice slice = figure[0].slices().get(row);
                choice.some()
                        .set(new Choice.Some(
                                title(by.getValue(), slice.name()),
                                java.util.Arrays.stream(slice.members()).boxed().toList()));
            }
        });
        return EvaluationPanel.scrolled(
                "slices",
                "mdi2c-chart-gantt",
                view,
                EvaluationPanel.table(
                        List.of(
                                Texts.get("evaluate.slices.slice"),
                                Texts.get("evaluate.counts"),
                                divisions.scoreName(),
                                Texts.get("evaluate.bin.from"),
                                Texts.get("evaluate.bin.to")),
                        () -> figure[0].slices().stream()
                                .map(slice -> List.of(
                                        slice.name(),
                                        slice.count(),
                                        slice.score(),
                                        slice.interval().low(),
                                        slice.interval().high()))
                                .toList()),
                new Label(Texts.get("evaluate.slices.by")),
                by);
    }

    private static String title(Divisions.Division division, String slice) {
        return division.name() + ": " + slice;
    }
}
