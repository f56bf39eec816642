package org.vitrine.app.evaluate;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.ProjectionFigure;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.projection.Metric;
import org.vitrine.runs.evaluation.TestEvaluation.Kind;

/** The embedding projector: what leaves a layer, in a plane; hover to see an example, click to see its neighbours. */
final class ProjectionPanel {
    private static final int NEIGHBOURS = 8;
    private static final double SIDE = 64;
    private static final double TWO_LINES = 36;
    private static final List<Integer> COUNTS = List.of(500, 1000, 2000, 5000, 10000);

    private final Tested tested;
    private final Choice choice;
    private final TestExamples examples;
    private final ProjectionViewModel model;
    private final FigureView plane = EvaluationPanel.view("projection");
    private final FigureView near = EvaluationPanel.view("neighbours");
    private final Label hovered = EvaluationPanel.note("projection");
    private final Label trust = EvaluationPanel.note("projection-trust");
    private Optional<ProjectionFigure> figure = Optional.empty();
    private TilesFigure tiles = new TilesFigure(List.of(), SIDE, -1);
    private double pressedX;
    private double pressedY;

    ProjectionPanel(Tested tested, Choice choice, TestExamples examples, ProjectionViewModel model) {
        this.tested = tested;
        this.choice = choice;
        this.examples = examples;
        this.model = model;
        model.result().subscribe(result -> draw(true));
        EvaluationPanel.watch(() -> draw(false), model.byPrediction(), model.pictures(), choice.type());
        EvaluationPanel.watch(this::mark, model.metric(), choice.example());
        mouse();
    }

    EvaluationPanel panel() {
        HBox sight = new HBox(8, plane, near);
        HBox.setHgrow(plane, Priority.ALWAYS);
        near.setPrefWidth(190);
        near.setMinWidth(150);
        plane.setMinHeight(160);
        // Two lines always: the plane must not change its size under the mouse.
        hovered.setMinHeight(TWO_LINES);
        hovered.setPrefHeight(TWO_LINES);
        hovered.setAlignment(Pos.TOP_LEFT);
        trust.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(sight, Priority.ALWAYS);
        trust.managedProperty().bind(trust.textProperty().isNotEmpty());
        VBox content = new VBox(4, controls(), progress(), sight, trust, hovered);
        Panel panel = new Panel(
                "projection",
                Texts.get("evaluate.projection"),
                content,
                () -> figure.map(shown -> shown),
                () -> model.result().get().map(this::table));
        return new EvaluationPanel(panel, "mdi2s-scatter-plot-outline");
    }

    private FlowPane controls() {
        ComboBox<String> layer = new ComboBox<>();
        layer.setId("projection-layer");
        layer.getItems().setAll(tested.layers());
        List<String> layers = tested.layers();
        model.layer().set(layers.get(Math.max(0, layers.size() - 2)));
        layer.valueProperty().bindBidirectional(model.layer());
        ComboBox<Projected.Method> method = new ComboBox<>();
        method.setId("projection-method");
        method.getItems().setAll(Projected.Method.values());
        method.setConverter(named("evaluate.projection.method."));
        method.valueProperty().bindBidirectional(model.method());
        ComboBox<Integer> count = new ComboBox<>();
        count.setId("projection-count");
        int size = tested.size();
        count.getItems().setAll(COUNTS.stream().filter(some -> some < size).toList());
        count.getItems().add(Math.min(size, COUNTS.get(COUNTS.size() - 1)));
        model.count().set(Math.min(model.count().get(), Math.max(1, size)));
        count.valueProperty().bindBidirectional(model.count());
        Button run = new Button(Texts.get("evaluate.projection.run"));
        run.setId("projection-run");
        run.getStyleClass().add("accent");
        run.disableProperty().bind(model.busy());
        run.setOnAction(event -> model.run());
        ComboBox<Metric> metric = new ComboBox<>();
        metric.setId("projection-metric");
        metric.getItems().setAll(Metric.values());
        metric.setConverter(named("evaluate.projection.metric."));
        metric.valueProperty().bindBidirectional(model.metric());
        CheckBox prediction = new CheckBox(Texts.get("evaluate.projection.predicted"));
        prediction.selectedProperty().bindBidirectional(model.byPrediction());
        CheckBox pictures = new CheckBox(Texts.get("evaluate.projection.pictures"));
        pictures.setId("projection-pictures");
        pictures.selectedProperty().bindBidirectional(model.pictures());
        FlowPane row = new FlowPane(10, 6, layer, method, count, run, metric);
        if (coloured()) {
            row.getChildren().add(prediction);
        }
        if (hasPictures()) {
            row.getChildren().add(pictures);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static <T extends Enum<T>> StringConverter<T> named(String prefix) {
        return new Shown<>(value -> Texts.get(prefix + value));
    }

    private HBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progress());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button cancel = new Button(Texts.get("evaluate.projection.cancel"));
        cancel.setId("projection-cancel");
        cancel.setOnAction(event -> model.cancel());
        HBox row = new HBox(8, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.busy());
        row.managedProperty().bind(model.busy());
        return row;
    }

    private boolean coloured() {
        return tested.test().classes() || tested.test().kind() == Kind.EMBEDDINGS;
    }

    private boolean hasPictures() {
        return tested.size() > 0 && examples.look(0).image().isPresent();
    }

    private void draw(boolean anew) {
        if (model.result().get().isEmpty()) {
            hovered.setText(Texts.get("evaluate.projection.how"));
            return;
        }
        Projected result = model.result().get().get();
        int n = result.places().length;
        int[] classes = model.byPrediction().get()
                ? tested.test().predicted()
                : tested.test().actual();
        int[] groups = coloured()
                ? IntStream.range(0, n).map(i -> Math.max(0, classes[i])).toArray()
                : new int[n];
        List<BufferedImage> images = new ArrayList<>();
        if (model.pictures().get() && hasPictures()) {
            IntStream.range(0, n)
                    .forEach(i -> images.add(examples.look(i).image().orElseThrow()));
        }
        ProjectionFigure.View view = anew || figure.isEmpty()
                ? ProjectionFigure.View.all(result.places())
                : figure.get().view();
        show(new ProjectionFigure(
                result.places(),
                groups,
                coloured() ? tested.test().targetNames() : List.of(),
                images,
                view,
                coloured() ? choice.type().get().orElse(-1) : -1));
        hovered.setText(Texts.format(
                result.pooled() ? "evaluate.projection.pooled" : "evaluate.projection.plain",
                n,
                result.activations()[0].length,
                result.layer()));
        trust.setText(trust(result));
    }

    private static String trust(Projected result) {
        if (Double.isNaN(result.trust())) {
            return Texts.get("evaluate.projection.trust.few");
        }
        return Texts.format(
                result.places().length > Projected.JUDGED
                        ? "evaluate.projection.trust.some"
                        : "evaluate.projection.trust",
                Numbers.significant(result.trust(), 3),
                Numbers.count(Projected.JUDGED));
    }

    private void show(ProjectionFigure shown) {
        figure = Optional.of(shown);
        plane.show(shown);
        mark();
    }

    /** Marks the example that is looked at with its neighbours, and shows them. */
    private void mark() {
        if (figure.isEmpty() || model.result().get().isEmpty()) {
            return;
        }
        int chosen = choice.example().get().orElse(-1);
        int[] neighbours = model.result()
                .get()
                .get()
                .neighbours(chosen, NEIGHBOURS, model.metric().get());
        plane.overlayProperty().set(figure.get().marks(chosen, neighbours));
        boolean there = chosen >= 0 && chosen < figure.get().places().length;
        tiles = new TilesFigure(
                !there
                        ? List.of()
                        : IntStream.concat(IntStream.of(chosen), IntStream.of(neighbours))
                                .mapToObj(i -> examples.tile(i, 0))
                                .toList(),
                SIDE,
                chosen);
        near.show(tiles);
    }

    private void mouse() {
        plane.setOnMousePressed(event -> {
            pressedX = event.getX();
            pressedY = event.getY();
        });
        plane.setOnMouseDragged(event -> figure.ifPresent(shown -> {
            show(shown.seen(shown.view()
                    .moved(event.getX() - pressedX, event.getY() - pressedY, plane.getWidth(), plane.getHeight())));
            pressedX = event.getX();
            pressedY = event.getY();
        }));
        plane.setOnScroll(event -> figure.ifPresent(shown -> {
            double factor = Math.exp(event.getDeltaY() / 200);
            show(shown.seen(
                    shown.view().zoomed(factor, event.getX(), event.getY(), plane.getWidth(), plane.getHeight())));
            event.consume();
        }));
        plane.setOnMouseMoved(event -> figure.ifPresent(shown -> {
            int index = shown.at(event.getX(), event.getY(), plane.getWidth(), plane.getHeight());
            if (index >= 0) {
                hovered.setText(Texts.format(
                        "evaluate.projection.hover",
                        Integer.toString(index),
                        String.join(", ", examples.captions(index, 0)),
                        String.join(" ", examples.look(index).lines())));
            }
        }));
        plane.setOnMouseClicked(event -> figure.ifPresent(shown -> {
            if (event.isStillSincePress()) {
                choice.look(shown.at(event.getX(), event.getY(), plane.getWidth(), plane.getHeight()));
            }
        }));
        near.setOnMouseClicked(event -> {
            int index = tiles.at(event.getX(), event.getY(), near.getWidth());
            if (index >= 0) {
                choice.example().set(OptionalInt.of(index));
            }
        });
    }

    private Table table(Projected result) {
        return new Table(
                List.of(Texts.get("evaluate.example"), "x", "y", Texts.get("evaluate.caption")),
                result.places().length,
                (row, column) -> switch (column) {
                    case 0 -> row;
                    case 1 -> result.places()[row][0];
                    case 2 -> result.places()[row][1];
                    default -> String.join(" ", examples.captions(row, 0));
                });
    }
}
