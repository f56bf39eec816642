package org.vitrine.editor.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.vitrine.editor.look.NodeText;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.editor.plan.Plan;
import org.vitrine.editor.plan.Route;
import org.vitrine.editor.plan.Spot;
import org.vitrine.editor.plan.Wire;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** The way that graphs were drawn before, for comparison: a view for each node and three shapes and a label for each edge. */
public final class PlainGraph extends Region {
    private final Viewport viewport = new Viewport();
    private final Group nodes = new Group();
    private final Map<Edge, Group> curves = new LinkedHashMap<>();
    private final Plan plan;

    public PlainGraph(GraphState state) {
        plan = Plan.of(state, EdgeStyle.CURVED);
        Group edges = new Group();
        Group labels = new Group();
        for (Wire wire : plan.wires()) {
            curves.put(wire.edge(), curve(wire));
            Box box = wire.labelBox();
            Label label = new Label(wire.label());
            label.getStyleClass().add("plain-label");
            label.setManaged(false);
            label.resizeRelocate(box.left(), box.top(), box.width(), box.height());
            labels.getChildren().add(label);
        }
        edges.getChildren().addAll(curves.values());
        List<NodeView> views = new ArrayList<>();
        for (Spot spot : plan.spots()) {
            NodeView view = new NodeView(spot.node());
            view.setCache(false);
            view.showFamily(spot.node().layer().family());
            view.show(0, NodeText.of(spot.node(), state));
            view.showInputs(spot.inputs());
            view.moveTo(spot.position());
            views.add(view);
        }
        nodes.getChildren().addAll(views);
        Group world = new Group(edges, labels, nodes);
        for (Group group : List.of(world, edges, labels, nodes)) {
            group.setAutoSizeChildren(false);
        }
        world.setManaged(false);
        world.getTransforms().add(viewport.affine());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getStyleClass().add("graph-canvas");
        getChildren().add(world);
    }

    private static Group curve(Wire wire) {
        List<PathElement> elements = new ArrayList<>();
        elements.add(new MoveTo(wire.route().startX(), wire.route().startY()));
        for (Route.Piece piece : wire.route().pieces()) {
            elements.add(new CubicCurveTo(piece.c1x(), piece.c1y(), piece.c2x(), piece.c2y(), piece.x(), piece.y()));
        }
        Path line = new Path(elements);
        line.getStyleClass().add("plain-line");
        Path hit = new Path(elements);
        hit.getStyleClass().add("plain-hit");
        Polygon arrow = new Polygon(0, 0, -4, -9, 4, -9);
        arrow.relocate(wire.route().last().x() - 4, wire.route().last().y() - 9);
        return new Group(hit, line, arrow);
    }

    /** Shows a node in the middle. */
    public void show(NodeId id, double scale) {
        viewport.zoomAt(scale / viewport.scale(), 0, 0);
        viewport.centre(plan.at(id).box().centreX(), plan.at(id).box().centreY(), getWidth(), getHeight());
    }

    public void pan(double dx, double dy) {
        viewport.panBy(dx, dy);
    }

    public void zoom(double factor) {
        viewport.zoomAt(factor, getWidth() / 2, getHeight() / 2);
    }

    /** Moves a node with its edges. */
    public void drag(NodeId id, double dx, double dy) {
        Position place = plan.at(id).position().plus(dx / viewport.scale(), dy / viewport.scale());
        for (Node node : nodes.getChildren()) {
            if (node instanceof NodeView view && view.nodeId().equals(id)) {
                view.moveTo(place);
            }
        }
        for (Wire wire : plan.moved(Map.of(id, place)).wires()) {
            if (wire.edge().from().equals(id) || wire.edge().to().equals(id)) {
                Objects.requireNonNull(curves.get(wire.edge()))
                        .getChildren()
                        .setAll(curve(wire).getChildren());
            }
        }
    }
}
