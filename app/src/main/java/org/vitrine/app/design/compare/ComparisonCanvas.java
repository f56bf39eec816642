package org.vitrine.app.design.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import org.vitrine.app.design.compare.ComparisonViewModel.Comparison;
import org.vitrine.app.design.compare.UnionGraph.UnionEdge;
import org.vitrine.app.design.compare.UnionGraph.UnionNode;
import org.vitrine.editor.look.LayerWords;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.parameter.SpecTexts;

/** Both graphs as one: what differs has a colour, a sign and a border of its own. */
final class ComparisonCanvas extends ScrollPane {
    private static final double MARGIN = 24;

    private final Pane pane = new Pane();
    private final Map<NodeId, Label> labels = new HashMap<>();

    ComparisonCanvas() {
        pane.getStyleClass().add("comparison-canvas");
        setContent(new Group(pane));
        setPannable(true);
        getStyleClass().add("comparison-scroll");
    }

    void show(Comparison comparison) {
        pane.getChildren().clear();
        labels.clear();
        Map<NodeId, Position> places = comparison.places();
        double left = places.values().stream().mapToDouble(Position::x).min().orElse(0) - MARGIN;
        double top = places.values().stream().mapToDouble(Position::y).min().orElse(0) - MARGIN;
        for (UnionEdge edge : comparison.union().edges()) {
            Position from = places.get(edge.from());
            Position to = places.get(edge.to());
            if (from != null && to != null) {
                pane.getChildren().add(curve(edge, from.plus(-left, -top), to.plus(-left, -top)));
            }
        }
        for (UnionNode node : comparison.union().nodes()) {
            Position place = places.get(node.key());
            if (place != null) {
                Label label = label(node);
                label.relocate(place.x() - left, place.y() - top);
                labels.put(node.key(), label);
                pane.getChildren().add(label);
            }
        }
    }

    private static CubicCurve curve(UnionEdge edge, Position from, Position to) {
        double startX = from.x() + NodeMetrics.WIDTH / 2;
        double startY = from.y() + NodeMetrics.HEIGHT;
        double endX = to.x() + NodeMetrics.WIDTH / 2;
        double bend = Math.max(24, Math.abs(to.y() - startY) / 2);
        CubicCurve curve = new CubicCurve(startX, startY, startX, startY + bend, endX, to.y() - bend, endX, to.y());
        curve.getStyleClass().addAll("comparison-edge", edge.mark().style());
        return curve;
    }

    private static Label label(UnionNode node) {
        String sign = node.mark().sign().isEmpty() ? "" : node.mark().sign() + " ";
        String old = node.before()
                .filter(id ->
                        node.after().isPresent() && !id.equals(node.after().get()))
                .map(id -> " (" + id + ")")
                .orElse("");
        Label label = new Label(sign + node.node().id() + old + "\n"
                + SpecTexts.title(node.node().layer()) + " "
                + LayerWords.brief(node.node().layer()));
        label.setId("union-" + node.key());
        label.getStyleClass().addAll("comparison-node", node.mark().style());
        label.setPrefSize(NodeMetrics.WIDTH, NodeMetrics.HEIGHT);
        return label;
    }

    /** Brings a node into view. */
    void reveal(Optional<NodeId> node) {
        Node label = node.map(labels::get).orElse(null);
        if (label == null) {
            return;
        }
        double width = pane.getBoundsInLocal().getWidth() - getViewportBounds().getWidth();
        double height =
                pane.getBoundsInLocal().getHeight() - getViewportBounds().getHeight();
        setHvalue(width <= 0 ? 0 : (label.getLayoutX() - getViewportBounds().getWidth() / 2) / width);
        setVvalue(height <= 0 ? 0 : (label.getLayoutY() - getViewportBounds().getHeight() / 2) / height);
        label.requestFocus();
    }
}
