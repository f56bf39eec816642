package org.vitrine.app.explain.inside;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.vitrine.app.explain.inside.InsideViewModel.Place;
import org.vitrine.app.shared.LayerTables;
import org.vitrine.app.shared.Texts;
import org.vitrine.arithmetic.NetworkTrace;
import org.vitrine.charts.activations.LayersFigure;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.Table;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.ScaledSheet;
import org.vitrine.editor.canvas.GraphPane;
import org.vitrine.editor.picture.GraphPicture;
import org.vitrine.editor.picture.Paper;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.graph.model.Node;

/** All layers, as the graph that was drawn or as a list in the order of computation; the one that is looked at is chosen in both. */
final class LayersPane extends StackPane {
    private final InsideViewModel model;
    private final ListView<Node> list = new ListView<>();
    private final ToggleButton asGraph = new ToggleButton(Texts.get("inside.as.graph"));
    private final ToggleButton asList = new ToggleButton(Texts.get("inside.as.list"));
    private Optional<GraphPane> graph = Optional.empty();
    private boolean playing;
    private boolean choosing;

    LayersPane(InsideViewModel model) {
        this.model = model;
        list.setId("inside-layers");
        list.setCellFactory(cells -> new LayerListCell(model));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            boolean other = chosen != null
                    && model.place()
                            .get()
                            .map(place -> !place.node().equals(chosen.id()))
                            .orElse(false);
            if (other && !choosing) {
                model.choose(chosen.id());
            }
        });
        ToggleGroup group = new ToggleGroup();
        asGraph.setId("inside-as-graph");
        asGraph.getStyleClass().add("left-pill");
        asGraph.setTooltip(new Tooltip(Texts.get("inside.graph.tip")));
        asList.setId("inside-as-list");
        asList.getStyleClass().add("right-pill");
        asList.setTooltip(new Tooltip(Texts.get("inside.list.tip")));
        group.getToggles().addAll(asGraph, asList);
        group.selectToggle(asGraph);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
            show();
        });
        model.opened().subscribe(opened -> {
            graph = opened.map(of -> new GraphPane(of.graph(), model::choose));
            getChildren().setAll(list);
            graph.ifPresent(shown -> {
                shown.setPlaying(playing);
                getChildren().add(shown);
            });
            show();
        });
        model.trace().subscribe(this::showTrace);
        model.place().subscribe(this::showPlace);
    }

    /** Graph or list. */
    HBox choice() {
        HBox choice = new HBox(asGraph, asList);
        choice.setAlignment(Pos.CENTER_LEFT);
        return choice;
    }

    /** Whether one layer after the other is gone to. */
    void setPlaying(boolean now) {
        playing = now;
        graph.ifPresent(shown -> shown.setPlaying(now));
    }

    private void show() {
        list.setVisible(asList.isSelected());
        graph.ifPresent(shown -> shown.setVisible(asGraph.isSelected()));
    }

    private void showTrace(Optional<NetworkTrace> trace) {
        choosing = true;
        list.getItems().setAll(trace.map(NetworkTrace::nodes).orElse(List.of()));
        list.refresh();
        choosing = false;
        showPlace(model.place().get());
    }

    private void showPlace(Optional<Place> place) {
        graph.ifPresent(shown -> shown.choose(place.map(Place::node)));
        choosing = true;
        place.flatMap(here -> list.getItems().stream()
                        .filter(node -> node.id().equals(here.node()))
                        .findFirst())
                .ifPresent(node -> {
                    list.getSelectionModel().select(node);
                    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
                });
        choosing = false;
    }

    /** What is shown, for files. */
    Panel panel() {
        return new Panel("inside-layers", Texts.get("inside.layers"), this, this::figure, () -> pictures()
                .map(this::table));
    }

    private Optional<List<LayersFigure.Layer>> pictures() {
        return model.trace().get().map(trace -> trace.nodes().stream()
                .map(node -> new LayersFigure.Layer(
                        node.id().value(),
                        InsideTexts.kind(node, trace.output(node.id()).values()),
                        trace.output(node.id()).values()))
                .toList());
    }

    private Table table(List<LayersFigure.Layer> layers) {
        return LayerTables.of(layers);
    }

    private Optional<Figure> figure() {
        if (asList.isSelected()) {
            return pictures().map(LayersFigure::new);
        }
        return model.opened()
                .get()
                .map(opened ->
                        ScaledSheet.fitting(new GraphPicture(opened.graph(), EdgeStyle.CURVED, Paper.WHITE).print()));
    }
}
