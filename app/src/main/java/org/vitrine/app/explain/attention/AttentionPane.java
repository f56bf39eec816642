package org.vitrine.app.explain.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.attention.AttentionMap;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;

/** A strip that opens the map of attention: which layer, which head, or all rolled out. */
public final class AttentionPane extends VBox {
    private static final double HEIGHT = 360;

    private final AttentionViewModel model;
    private final ToggleButton open = new ToggleButton(Texts.get("attention.open"));
    private final ComboBox<String> layers = new ComboBox<>();
    private final ComboBox<String> heads = new ComboBox<>();
    private final Label said = new Label();
    private final FigureView figure = new FigureView(() -> Texts.get("attention.title"));
    private final PanelFrame frame;
    private Optional<AttentionMap> map = Optional.empty();

    /** @param exports writes the panel to files */
    public AttentionPane(AttentionViewModel model, PanelFrame.Exports exports) {
        this.model = model;
        setId("attention");
        getStyleClass().add("credibility-card");
        open.setId("attention-open");
        open.selectedProperty().bindBidirectional(model.wanted());
        layers.setId("attention-layer");
        layers.setAccessibleText(Texts.get("attention.layer"));
        heads.setId("attention-head");
        heads.setAccessibleText(Texts.get("attention.head"));
        layers.valueProperty().addListener((property, before, now) -> offerHeads());
        heads.valueProperty().addListener((property, before, now) -> draw());
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        for (Region fixed : List.of(open, layers, heads)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        said.getStyleClass().add("text-muted");
        HBox strip = new HBox(8, open, layers, heads, said);
        strip.setAlignment(Pos.CENTER_LEFT);
        frame = new PanelFrame(
                Panel.of("attention", Texts.get("attention.title"), figure, () -> map.map(AttentionPane::table)),
                exports);
        figure.setPrefHeight(HEIGHT);
        for (var node : List.of(frame, layers, heads)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        managedProperty().bind(visibleProperty());
        setSpacing(8);
        getChildren().addAll(strip, frame);
        model.subject().subscribe(subject -> setVisible(subject.isPresent()));
        model.found().subscribe(this::show);
    }

    private void show(Answer<AttentionViewModel.Found> state) {
        boolean done = state instanceof Answer.Done;
        frame.setVisible(done);
        layers.setVisible(done);
        heads.setVisible(done);
        if (state instanceof Answer.Done<AttentionViewModel.Found> now) {
            List<String> names = new ArrayList<>(now.found().attention().layers());
            now.found().attention().rollout().ifPresent(rolled -> names.add(Texts.get("attention.rollout")));
            String before = layers.getValue();
            layers.getItems().setAll(names);
            layers.setValue(names.contains(before) ? before : names.get(names.size() - 1));
            offerHeads();
        } else if (state instanceof Answer.Failed<AttentionViewModel.Found> failed) {
            said.setText(failed.message());
        } else {
            said.setText(
                    state instanceof Answer.Computing ? Texts.get("attention.waiting") : Texts.get("attention.help"));
        }
    }

    private @Nullable Attention attention() {
        return model.found()
                .get()
                .done()
                .map(AttentionViewModel.Found::attention)
                .orElse(null);
    }

    private void offerHeads() {
        Attention attention = attention();
        String layer = layers.getValue();
        if (attention == null || layer == null) {
            return;
        }
        boolean rolled = !attention.layers().contains(layer);
        heads.setDisable(rolled);
        List<String> names = new ArrayList<>(List.of(Texts.get("attention.mean")));
        if (!rolled) {
            IntStream.rangeClosed(1, attention.heads(layer))
                    .forEach(head -> names.add(Texts.format("attention.number", head)));
        }
        String before = heads.getValue();
        heads.getItems().setAll(names);
        heads.setValue(names.contains(before) ? before : names.get(0));
        draw();
    }

    private void draw() {
        Attention attention = attention();
        String layer = layers.getValue();
        int head = heads.getSelectionModel().getSelectedIndex();
        if (attention == null || layer == null || head < 0) {
            return;
        }
        boolean rolled = !attention.layers().contains(layer);
        Tensor weights = rolled
                ? attention.rollout().orElseThrow()
                : head == 0 ? attention.mean(layer) : attention.head(layer, head - 1);
        AttentionMap drawn = new AttentionMap(
                weights,
                words(weights.shape()[0]),
                words(weights.shape()[1]),
                Texts.get("attention.queries"),
                Texts.get(rolled ? "attention.inputs" : "attention.keys"));
        map = Optional.of(drawn);
        figure.show(drawn);
        said.setText(Texts.get(rolled ? "attention.rollout.caution" : "attention.caution"));
    }

    /** The words, or numbers where steps are no words of the text. */
    private List<String> words(int steps) {
        List<String> words =
                model.found().get().done().map(AttentionViewModel.Found::words).orElse(List.of());
        return words.size() == steps
                ? words
                : IntStream.rangeClosed(1, steps).mapToObj(Integer::toString).toList();
    }

    private static Table table(AttentionMap map) {
        List<String> columns = new ArrayList<>(List.of(""));
        columns.addAll(map.keys());
        int width = map.weights().shape()[1];
        return new Table(
                columns,
                map.weights().shape()[0],
                (row, column) -> column == 0
                        ? map.queries().get(row)
                        : (Object) map.weights().values()[row * width + column - 1]);
    }
}
