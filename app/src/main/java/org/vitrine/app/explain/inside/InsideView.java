package org.vitrine.app.explain.inside;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.explain.inside.InsideViewModel.Place;
import org.vitrine.app.shared.Texts;
import org.vitrine.arithmetic.Cell;
import org.vitrine.arithmetic.NetworkTrace;
import org.vitrine.charts.activations.ActivationFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.graph.model.Node;

/** The graph or its layers at the left, what leaves the chosen one in the middle, the arithmetic of the chosen value at the right. */
public final class InsideView extends BorderPane {
    private static final Duration PACE = Duration.millis(900);
    private static final double LEAST_LAYERS = 236;
    private static final double MOST_LAYERS = 360;
    private static final double LEAST_SIDE = 340;
    private static final double MOST_SIDE = 560;

    private final InsideViewModel model;
    private final LayersPane layers;
    private final Label title = new Label();
    private final FigureView map = new FigureView(title::getText);
    private final UnfoldedPane arithmetic;
    private final StepPane step;
    private final ToggleButton play = new ToggleButton("", new FontIcon("mdi2p-play"));
    private final ToggleButton training = new ToggleButton(Texts.get("inside.step"));
    private final Label failure = new Label();
    private final Timeline pace;

    /** @param exports writes panels to files */
    public InsideView(InsideViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        this.layers = new LayersPane(model);
        this.arithmetic = new UnfoldedPane(model);
        this.step = new StepPane(model);
        this.pace = new Timeline(new KeyFrame(PACE, event -> {
            if (!model.step(1)) {
                play.setSelected(false);
            }
        }));
        pace.setCycleCount(Animation.INDEFINITE);
        setId("inside");
        setTop(strip());
        PanelFrame all = new PanelFrame(layers.panel(), exports);
        all.prefWidthProperty().bind(widthProperty().map(width -> layers(width.doubleValue())));
        setLeft(all);
        PanelFrame seen = new PanelFrame(
                new Panel("inside-map", Texts.get("inside.map"), middle(), this::mapFigure, this::mapTable), exports);
        setCenter(seen);
        PanelFrame how = new PanelFrame(
                new Panel(
                        "inside-arithmetic",
                        Texts.get("inside.arithmetic"),
                        scrolled(arithmetic),
                        () -> model.place()
                                .get()
                                .map(place -> InsideFigures.arithmetic(place, model.meaning(), model.rows())),
                        () -> model.place().get().map(place -> InsideTables.arithmetic(place.shown(), model::name))),
                exports);
        PanelFrame tried = new PanelFrame(
                new Panel("inside-step", Texts.get("inside.step"), scrolled(step), step::figure, () -> model.step()
                        .get()
                        .map(InsideTables::step)),
                exports);
        StackPane side = new StackPane();
        side.prefWidthProperty().bind(widthProperty().map(width -> side(width.doubleValue())));
        setRight(side);
        model.trace().subscribe(trace -> showPlace(model.place().get()));
        model.place().subscribe(this::showPlace);
        model.step().subscribe(now -> {
            training.setSelected(now.isPresent());
            side.getChildren().setAll(now.isPresent() ? tried : how);
        });
    }

    /** A part of the window, so that the map keeps room in a small one. */
    private static double side(double width) {
        return Math.max(LEAST_SIDE, Math.min(MOST_SIDE, (width - layers(width)) * 0.55));
    }

    private static double layers(double width) {
        return Math.max(LEAST_LAYERS, Math.min(MOST_LAYERS, width * 0.23));
    }

    private HBox strip() {
        Button back = button("mdi2a-arrow-left", "inside.back", model::back);
        back.setId("inside-back");
        Button previous = button("mdi2s-skip-previous", "inside.previous", () -> model.step(-1));
        Button next = button("mdi2s-skip-next", "inside.next", () -> model.step(1));
        next.setId("inside-next");
        play.setId("inside-play");
        play.setTooltip(new Tooltip(Texts.get("inside.play")));
        play.setAccessibleText(Texts.get("inside.play"));
        play.selectedProperty().subscribe(playing -> {
            layers.setPlaying(playing);
            if (playing) {
                pace.playFromStart();
            } else {
                pace.stop();
            }
        });
        training.setId("inside-training");
        training.setTooltip(new Tooltip(Texts.get("inside.step.tip")));
        training.setOnAction(event -> {
            if (training.isSelected()) {
                model.tryStep();
            } else {
                model.leaveStep();
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        failure.textProperty().bind(model.failure());
        failure.getStyleClass().add("text-muted");
        HBox strip = new HBox(8, layers.choice(), back, previous, play, next, failure, gap, training);
        strip.getStyleClass().add("strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        return strip;
    }

    private static Button button(String icon, String text, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setTooltip(new Tooltip(Texts.get(text)));
        button.setAccessibleText(Texts.get(text));
        button.setOnAction(event -> action.run());
        return button;
    }

    private VBox middle() {
        title.setStyle("-fx-font-weight: bold;");
        title.setWrapText(true);
        map.setId("inside-map");
        map.setOnMouseClicked(event -> shown().ifPresent(values -> {
            if (map.figureProperty().get() instanceof ActivationFigure figure) {
                int place = figure.place(event.getX(), event.getY(), map.getWidth(), map.getHeight());
                if (place >= 0) {
                    model.choose(model.place().get().orElseThrow().node(), Cell.at(place, values.shape()));
                }
            }
        }));
        Label hint = new Label(Texts.get("inside.hint"));
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox middle = new VBox(8, title, map, hint);
        middle.setStyle("-fx-padding: 0 12 12 12;");
        return middle;
    }

    private static ScrollPane scrolled(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private Optional<Figure> mapFigure() {
        return shown().map(values ->
                InsideFigures.under(title.getText(), map.figureProperty().get()));
    }

    private Optional<Table> mapTable() {
        return model.place().get().flatMap(place -> shown().map(values -> {
            Node node =
                    model.trace().get().orElseThrow().graph().node(place.node()).orElseThrow();
            return InsideTables.values(place.node(), values, cell -> model.opened()
                    .get()
                    .flatMap(opened -> opened.meaning(node, values, cell)));
        }));
    }

    private Optional<Tensor> shown() {
        return model.place().get().flatMap(place -> model.trace().get().map(trace -> trace.output(place.node())
                .values()));
    }

    private void showPlace(Optional<Place> place) {
        map.setVisible(place.isPresent());
        title.setText("");
        if (place.isEmpty() || model.trace().get().isEmpty()) {
            return;
        }
        Place here = place.get();
        NetworkTrace trace = model.trace().get().get();
        Tensor values = trace.output(here.node()).values();
        Node node = trace.graph().node(here.node()).orElseThrow();
        title.setText(Texts.format("inside.title", node.id().value(), InsideTexts.kind(node, values)));
        map.show(new ActivationFigure(
                values,
                here.cell().place(values.shape()),
                model.opened().get().flatMap(opened -> opened.picture(node, values))));
    }
}
