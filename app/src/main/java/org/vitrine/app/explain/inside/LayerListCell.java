package org.vitrine.app.explain.inside;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.activations.ActivationFigure;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.figure.PictureFigure;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.parameter.SpecTexts;

/** A layer with a small picture of what leaves it. */
final class LayerListCell extends ListCell<Node> {
    private final InsideViewModel model;
    private final Label name = new Label();
    private final Label kind = new Label();
    private final FigureView map = new FigureView(name::getText);
    private final HBox box = new HBox(8, map, new VBox(2, name, kind));

    LayerListCell(InsideViewModel model) {
        this.model = model;
        map.setMinSize(64, 36);
        map.setPrefSize(64, 36);
        map.setMaxSize(64, 36);
        map.setMouseTransparent(true);
        kind.getStyleClass().add("text-muted");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setStyle("-fx-padding: 4 0 4 0;");
    }

    @Override
    protected void updateItem(@Nullable Node node, boolean empty) {
        super.updateItem(node, empty);
        setText(null);
        if (empty || node == null || model.trace().get().isEmpty()) {
            setGraphic(null);
            return;
        }
        name.setText(node.id().value());
        kind.setText(SpecTexts.title(node.layer()));
        Tensor values = model.trace().get().get().output(node.id()).values();
        map.show(model.opened()
                .get()
                .flatMap(opened -> opened.picture(node, values))
                .flatMap(picture -> Look.of(picture).image())
                .<Figure>map(PictureFigure::new)
                .orElseGet(() -> new ActivationFigure(values, -1)));
        setGraphic(box);
    }
}
