package org.vitrine.app.explain.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.explain.live.LiveViewModel.Answered;
import org.vitrine.app.shared.LayerTables;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.activations.LayersFigure;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.figure.FittedFigure;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Dataset;

/** The input at the left, why in the middle, what the model says at the right, and what leaves its layers below. */
public final class LiveView extends BorderPane {
    private static final double OUTPUTS = 300;

    private final LiveViewModel model;
    private final PanelFrame.Exports exports;
    private final FigureView map = new FigureView(() -> Texts.get("live.map"));
    private final FigureView outputs = new FigureView(() -> Texts.get("live.outputs"));
    private final FigureView layers = new FigureView(() -> Texts.get("live.layers"));
    private final FittedFigure fitted = new FittedFigure(layers);
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
        outputs.setOnMouseClicked(event -> chooseClass(event.getY()));
        map.setOnMouseClicked(event -> choosePlace(event.getX(), event.getY()));
        teach.setId("live-empty");
        teach.getStyleClass().add("empty-state");
        teach.setWrapText(true);
        teach.setMaxWidth(460);
        setTop(new VBox(new LiveStrip(model, this::start), new PlaceBar(model)));
        setCenter(page);
        model.input().subscribe(this::showInput);
        model.answered().subscribe(this::showAnswer);
        model.example().subscribe(chosen -> chosen.ifPresent(this::start));
    }

    /** A click on a bar explains its class. */
    private void chooseClass(double y) {
        Optional<Answered> answered = model.answered().get();
        if (answered.isPresent() && outputs.figureProperty().get() instanceof BarsFigure bars) {
            int bar = bars.at(y, outputs.getHeight());
            if (bar >= 0) {
                List<Integer> shown =
                        LiveOutputs.shown(answered.get().seen().answer().outputs());
                model.target().set(OptionalInt.of(shown.get(bar)));
            }
        }
    }

    /** A click on the picture explains the place that is there. */
    private void choosePlace(double x, double y) {
        if (map.figureProperty().get() instanceof HeatmapFigure marked
                && marked.mark().isPresent()) {
            Seen seen = model.answered().get().orElseThrow().seen();
            PlaceNames places = modelShown().places().orElseThrow().names();
            int now = seen.answer().place().orElseThrow();
            marked.share(x, y, map.getWidth(), map.getHeight())
                    .flatMap(at -> places.at(at.getX(), at.getY(), now))
                    .ifPresent(chosen -> model.place().set(OptionalInt.of(chosen)));
        }
    }

    private void start(int example) {
        pad.ifPresent(shown -> shown.start(example));
    }

    private void showInput(Optional<LiveInput> input) {
        pad = input.flatMap(this::pad);
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
                .orElseGet(() -> frame("live-map", "live.map", map, seen -> LiveMaps.table(seen, modelShown())));
        PanelFrame says = frame("live-outputs", "live.outputs", outputs, seen -> LiveOutputs.table(seen, modelShown()));
        PanelFrame inside = frame("live-layers", "live.layers", fitted, layers, seen -> LayerTables.of(seen.layers()));
        StackPane middle = new StackPane(why);
        if (shown.map().isEmpty()) {
            middle.getChildren().add(teach);
        }
        says.setPrefWidth(OUTPUTS);
        says.setMinWidth(240);
        HBox above = new HBox(16);
        if (shown.map().isEmpty() && !shown.isWide()) {
            VBox left = new VBox(8, shown.node());
            left.setMinWidth(Region.USE_PREF_SIZE);
            above.getChildren().add(left);
        }
        VBox under = new VBox(12, middle);
        if (shown.isWide()) {
            under.getChildren().add(0, shown.node());
        }
        VBox.setVgrow(middle, Priority.ALWAYS);
        HBox.setHgrow(under, Priority.ALWAYS);
        above.getChildren().addAll(under, says);
        VBox.setVgrow(above, Priority.ALWAYS);
        inside.setMinHeight(Region.USE_PREF_SIZE);
        VBox all = new VBox(12, above, inside);
        all.setStyle("-fx-padding: 12 16 12 16;");
        return all;
    }

    private LiveViewModel.Model modelShown() {
        return model.model().get().orElseThrow();
    }

    private PanelFrame frame(String id, String title, FigureView view, Function<Seen, Table> table) {
        return frame(id, title, view, view, table);
    }

    private PanelFrame frame(String id, String title, Node content, FigureView view, Function<Seen, Table> table) {
        return new PanelFrame(
                new Panel(
                        id,
                        Texts.get(title),
                        content,
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
                    pad.get() instanceof PicturePad
                            ? "live.teach.draw"
                            : pad.get() instanceof TextPad ? "live.teach.type" : "live.waiting"));
        }
        if (answered.isEmpty() || model.model().get().isEmpty()) {
            return;
        }
        Seen seen = answered.get().seen();
        map.show(LiveMaps.map(seen, modelShown()));
        outputs.show(LiveOutputs.figure(seen, modelShown()));
        LayersFigure drawn = new LayersFigure(seen.layers());
        layers.show(drawn);
        fitted.fit(drawn::height);
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
