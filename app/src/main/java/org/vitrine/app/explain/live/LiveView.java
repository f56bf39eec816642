package org.vitrine.app.explain.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.explain.live.LiveViewModel.Answered;
import org.vitrine.app.shared.LayerTables;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.charts.activations.LayersFigure;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Dataset;

/** The input at the left, why in the middle, what the model says at the right, and what leaves its layers below. */
public final class LiveView extends BorderPane {
    private static final double LAYERS = 176;
    private static final double LEAST_LAYERS = 128;
    private static final double OUTPUTS = 300;

    private final LiveViewModel model;
    private final PanelFrame.Exports exports;
    private final AttributionTexts methodTexts = new AttributionTexts(Locale.getDefault());
    private final FigureView map = new FigureView(() -> Texts.get("live.map"));
    private final FigureView outputs = new FigureView(() -> Texts.get("live.outputs"));
    private final FigureView layers = new FigureView(() -> Texts.get("live.layers"));
    private final ComboBox<String> methods = new ComboBox<>();
    private final ComboBox<OptionalInt> targets = new ComboBox<>();
    private final Button again = new Button(Texts.get("live.start"), new FontIcon("mdi2i-import"));
    private final Label teach = new Label();
    private final StackPane page = new StackPane();
    private Optional<Pad> pad = Optional.empty();

    /** @param exports writes panels to files */
    public LiveView(LiveViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        this.exports = exports;
        setId("live");
        map.setId("live-map");
        outputs.setId("live-outputs");
        layers.setId("live-layers");
        outputs.setOnMouseClicked(event -> {
            if (outputs.figureProperty().get() instanceof BarsFigure bars) {
                int chosen = bars.at(event.getY(), outputs.getHeight());
                if (chosen >= 0) {
                    model.target().set(OptionalInt.of(chosen));
                }
            }
        });
        teach.setId("live-empty");
        teach.getStyleClass().add("empty-state");
        teach.setWrapText(true);
        teach.setMaxWidth(460);
        setTop(strip());
        setCenter(page);
        model.input().subscribe(this::showInput);
        model.methods().subscribe(this::offerMethods);
        model.answered().subscribe(this::showAnswer);
        model.example().subscribe(chosen -> chosen.ifPresent(this::start));
    }

    private HBox strip() {
        methods.setId("live-method");
        methods.setAccessibleText(Texts.get("live.method"));
        methods.setConverter(new Shown<>(methodTexts::title));
        methods.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.method().set(now);
            }
        });
        model.method().subscribe(now -> {
            if (methods.getItems().contains(now)) {
                methods.setValue(now);
            }
        });
        targets.setId("live-target");
        targets.setAccessibleText(Texts.get("live.target"));
        targets.setConverter(new Shown<>(of -> of.isEmpty()
                ? Texts.get("live.predicted")
                : model.model()
                        .get()
                        .map(shown -> shown.names().get(of.getAsInt()))
                        .orElse("")));
        targets.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.target().set(now);
            }
        });
        model.target().subscribe(targets::setValue);
        again.setId("live-start");
        again.setOnAction(event -> model.example().get().ifPresent(this::start));
        again.disableProperty().bind(model.example().map(OptionalInt::isEmpty));
        Label failure = new Label();
        failure.setId("live-failure");
        failure.getStyleClass().add("failure");
        failure.textProperty().bind(model.failure());
        failure.setWrapText(true);
        failure.setMaxHeight(Double.MAX_VALUE);
        HBox.setHgrow(failure, Priority.ALWAYS);
        failure.setMaxWidth(Double.MAX_VALUE);
        Label latency = new Label();
        latency.setId("live-latency");
        latency.getStyleClass().add("text-muted");
        latency.setMinWidth(Region.USE_PREF_SIZE);
        model.latency()
                .subscribe(now ->
                        latency.setText(now.map(millis -> Texts.format("live.latency", Numbers.significant(millis, 2)))
                                .orElse("")));
        for (Region fixed : List.of(methods, targets, again)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        Label none = new Label();
        none.setId("live-refusal");
        none.getStyleClass().add("why-not");
        none.setWrapText(true);
        HBox of =
                new HBox(8, new Label(Texts.get("live.method")), methods, new Label(Texts.get("live.target")), targets);
        of.setAlignment(Pos.CENTER_LEFT);
        model.model().subscribe(shown -> {
            Optional<String> refusal = shown.flatMap(LiveViewModel.Model::refusal);
            none.setText(refusal.map(why -> Texts.format("live.none", why)).orElse(""));
            none.setVisible(refusal.isPresent());
            none.setManaged(refusal.isPresent());
            of.setVisible(refusal.isEmpty());
            of.setManaged(refusal.isEmpty());
        });
        HBox strip = new HBox(8, again, of, none, failure, latency);
        strip.getStyleClass().add("strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        return strip;
    }

    private void offerMethods(List<String> offered) {
        methods.getItems().setAll(offered);
        if (offered.contains(model.method().get())) {
            methods.setValue(model.method().get());
        }
    }

    private void start(int example) {
        pad.ifPresent(shown -> shown.start(example));
    }

    private void showInput(Optional<LiveInput> input) {
        pad = input.flatMap(this::pad);
        model.model().get().ifPresent(shown -> {
            List<OptionalInt> offered = new ArrayList<>(List.of(OptionalInt.empty()));
            for (int i = 0; i < shown.names().size(); i++) {
                offered.add(OptionalInt.of(i));
            }
            targets.getItems().setAll(offered);
            targets.setValue(model.target().get());
        });
        if (pad.isEmpty()) {
            teach.setText(input.map(given -> given instanceof LiveInput.Refused refused ? refused.why() : "")
                    .orElse(Texts.get("live.waiting")));
            page.getChildren().setAll(teach);
            return;
        }
        Pad shown = pad.get();
        page.getChildren().setAll(scrolled(panels(shown)));
        showAnswer(Optional.empty());
        boolean values = shown instanceof TablePad || shown instanceof RecordPad;
        // There is no empty row or record: one begins with an example. Others may have been chosen before the pad was
        // there.
        if (values || model.example().get().isPresent()) {
            shown.start(model.example().get().orElse(0));
        }
    }

    private Optional<Pad> pad(LiveInput input) {
        Dataset data = model.model().get().orElseThrow().dataset();
        Changes changes = model::change;
        if (input instanceof LiveInput.Drawing drawing) {
            return Optional.of(new PicturePad(drawing, index -> LiveInputs.raster(data, index), changes));
        }
        if (input instanceof LiveInput.Writing writing) {
            return Optional.of(new TextPad(index -> LiveInputs.text(data, index, writing.separator()), changes));
        }
        if (input instanceof LiveInput.Columns columns) {
            return Optional.of(
                    new TablePad(columns, index -> LiveInputs.cells(data, columns.columns(), index), changes));
        }
        if (input instanceof LiveInput.Recording recording) {
            return Optional.of(new RecordPad(recording, index -> LiveInputs.record(data, index), changes));
        }
        return Optional.empty();
    }

    /** In a low window one scrolls. */
    private static ScrollPane scrolled(Region panels) {
        ScrollPane scroll = new ScrollPane(panels);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private Region panels(Pad shown) {
        PanelFrame why = shown.map()
                .map(own -> new PanelFrame(own, exports))
                .orElseGet(() -> frame(
                        "live-map",
                        modelShown().refusal().isPresent() ? "live.input" : "live.map",
                        map,
                        seen -> LiveMaps.table(seen, modelShown())));
        PanelFrame says =
                frame("live-outputs", "live.outputs", outputs, seen -> LiveMaps.outputsTable(seen, modelShown()));
        PanelFrame inside = frame("live-layers", "live.layers", layers, seen -> LayerTables.of(seen.layers()));
        StackPane middle = new StackPane(why);
        if (shown.map().isEmpty()) {
            middle.getChildren().add(teach);
        }
        HBox.setHgrow(middle, Priority.ALWAYS);
        says.setPrefWidth(OUTPUTS);
        says.setMinWidth(240);
        HBox above = new HBox(16);
        if (shown.map().isEmpty()) {
            VBox left = new VBox(8, shown.node());
            left.setMinWidth(Region.USE_PREF_SIZE);
            above.getChildren().add(left);
        }
        above.getChildren().add(middle);
        if (modelShown().refusal().isEmpty()) {
            above.getChildren().add(says);
        }
        VBox.setVgrow(above, Priority.ALWAYS);
        inside.setPrefHeight(LAYERS);
        inside.setMinHeight(LEAST_LAYERS);
        VBox all = new VBox(12, above, inside);
        all.setStyle("-fx-padding: 12 16 12 16;");
        return all;
    }

    private LiveViewModel.Model modelShown() {
        return model.model().get().orElseThrow();
    }

    private PanelFrame frame(String id, String title, FigureView view, Function<Seen, Table> table) {
        return new PanelFrame(
                new Panel(
                        id,
                        Texts.get(title),
                        view,
                        () -> model.answered().get().map(answered -> view.figureProperty()
                                .get()),
                        () -> model.answered().get().map(answered -> table.apply(answered.seen()))),
                exports);
    }

    private void showAnswer(Optional<Answered> answered) {
        pad.ifPresent(shown -> shown.show(answered.map(Answered::seen)));
        boolean there = answered.isPresent();
        for (FigureView view : List.of(map, outputs, layers)) {
            view.setVisible(there);
        }
        teach.setVisible(!there);
        if (pad.isPresent()) {
            teach.setText(Texts.get(
                    modelShown().refusal().isPresent()
                                    && !(pad.get() instanceof TablePad || pad.get() instanceof RecordPad)
                            ? "live.teach.bare"
                            : pad.get() instanceof PicturePad
                                    ? "live.teach.draw"
                                    : pad.get() instanceof TextPad ? "live.teach.type" : "live.waiting"));
        }
        if (answered.isEmpty() || model.model().get().isEmpty()) {
            return;
        }
        Seen seen = answered.get().seen();
        map.show(LiveMaps.map(seen, modelShown()));
        outputs.show(LiveMaps.outputs(seen, modelShown()));
        layers.show(new LayersFigure(seen.layers()));
        whenDrawn(() -> model.painted(answered.get(), System.nanoTime()));
    }

    /** Runs an action once the figures of this pulse are drawn. */
    private void whenDrawn(Runnable action) {
        Scene scene = getScene();
        if (scene == null) {
            return;
        }
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            action.run();
        };
        scene.addPostLayoutPulseListener(once[0]);
    }
}
