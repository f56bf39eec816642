package org.vitrine.editor.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.shape.Shape;

/** The drawn graph: brings the views of nodes and edges in line with the state, touching only what changed. */
final class GraphScene extends Group {
    private final Group edgeLayer = new Group();
    private final Group labelLayer = new Group();
    private final Group nodeLayer = new Group();
    private final Path rubberEdge = new Path();
    private final Map<NodeId, NodeView> nodes = new LinkedHashMap<>();
    private final Map<Edge, EdgeView> edges = new LinkedHashMap<>();
    private final Map<NodeId, NodeText> texts = new HashMap<>();

    GraphScene() {
        rubberEdge.getStyleClass().add("rubber-edge");
        rubberEdge.setMouseTransparent(true);
        rubberEdge.setVisible(false);
        getChildren().addAll(edgeLayer, labelLayer, nodeLayer, rubberEdge);
        setAutoSizeChildren(false);
        edgeLayer.setAutoSizeChildren(false);
        labelLayer.setAutoSizeChildren(false);
        nodeLayer.setAutoSizeChildren(false);
    }

    Path rubberEdge() {
        return rubberEdge;
    }

    Collection<NodeView> nodeViews() {
        return nodes.values();
    }

    Collection<EdgeView> edgeViews() {
        return edges.values();
    }

    Optional<NodeView> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    void show(GraphState state) {
        showNodes(state);
        showEdges(state);
        route(state.document().graph().edges().stream().map(this::edgeView).toList());
    }

    private void showNodes(GraphState state) {
        Set<NodeId> present = new HashSet<>();
        // New views join the scene together: each step there styles again what it adds.
        List<NodeView> fresh = new ArrayList<>();
        for (Node node : state.document().graph().nodes()) {
            present.add(node.id());
            NodeView view = nodes.get(node.id());
            boolean hadOutput = view != null && view.outputPort() != null;
            boolean needsOutput = node.layer().family() != Family.OUTPUT;
            if (view == null || hadOutput != needsOutput) {
                if (view != null) {
                    nodeLayer.getChildren().remove(view);
                    texts.remove(node.id());
                }
                view = new NodeView(node);
                nodes.put(node.id(), view);
                fresh.add(view);
            }
            showNode(view, node, state);
        }
        nodeLayer.getChildren().addAll(fresh);
        nodes.entrySet().removeIf(entry -> {
            boolean gone = !present.contains(entry.getKey());
            if (gone) {
                nodeLayer.getChildren().remove(entry.getValue());
                texts.remove(entry.getKey());
            }
            return gone;
        });
    }

    private void showNode(NodeView view, Node node, GraphState state) {
        view.showFamily(node.layer().family());
        NodeText text = NodeText.of(node, state);
        if (!text.equals(texts.put(node.id(), text))) {
            view.show(text);
        }
        view.showInputs(NodeMetrics.inputPorts(state.document().graph(), node.id(), node.layer()));
        Position position = state.document().layout().get(node.id());
        view.moveTo(position == null ? new Position(0, 0) : position);
    }

    private void showEdges(GraphState state) {
        List<Edge> wanted = state.document().graph().edges();
        Set<Edge> present = new HashSet<>(wanted);
        edges.entrySet().removeIf(entry -> {
            boolean gone = !present.contains(entry.getKey());
            if (gone) {
                edgeLayer.getChildren().remove(entry.getValue().curve());
                labelLayer.getChildren().remove(entry.getValue().label());
            }
            return gone;
        });
        List<EdgeView> fresh = new ArrayList<>();
        for (Edge edge : wanted) {
            EdgeView view = edges.computeIfAbsent(edge, key -> {
                EdgeView made = new EdgeView(key);
                fresh.add(made);
                return made;
            });
            view.setText(state.analysis().output(edge.from()).map(Shape::text).orElse("?"));
        }
        edgeLayer.getChildren().addAll(fresh.stream().map(EdgeView::curve).toList());
        labelLayer.getChildren().addAll(fresh.stream().map(EdgeView::label).toList());
        Set<NodeId> sources = new HashSet<>();
        wanted.forEach(edge -> sources.add(edge.from()));
        for (NodeView view : nodes.values()) {
            for (PortView port : view.inputs()) {
                port.setConnected(wanted.stream()
                        .anyMatch(edge -> edge.to().equals(view.nodeId()) && edge.port() == port.index()));
            }
            PortView output = view.outputPort();
            if (output != null) {
                output.setConnected(sources.contains(view.nodeId()));
            }
        }
    }

    void select(Selection selection) {
        nodes.forEach((id, view) -> view.setSelected(selection.nodes().contains(id)));
        edges.forEach((edge, view) -> view.setSelected(selection.edges().contains(edge)));
    }

    /** Shows nodes elsewhere while they are dragged; only their own edges follow. */
    void preview(Map<NodeId, Position> places) {
        places.forEach((id, place) -> node(id).ifPresent(view -> view.moveTo(place)));
        route(edges.values().stream()
                .filter(view -> places.containsKey(view.edge().from())
                        || places.containsKey(view.edge().to()))
                .toList());
    }

    private EdgeView edgeView(Edge edge) {
        EdgeView view = edges.get(edge);
        if (view == null) {
            throw new IllegalStateException("No view of edge " + edge);
        }
        return view;
    }

    private void route(Collection<EdgeView> views) {
        EdgeRouter router = new EdgeRouter(
                nodes.values().stream().map(view -> Box.ofNode(view.position())).toList());
        for (EdgeView view : views) {
            Edge edge = view.edge();
            view.show(router.route(
                    outputPoint(edge.from()),
                    inputPoint(edge.to(), edge.port()),
                    EdgeView.labelWidth(view.label().getText())));
        }
    }

    /** Where edges leave a node. */
    Route.Point outputPoint(NodeId id) {
        Position place = view(id).position();
        return new Route.Point(place.x() + NodeMetrics.outputX(), place.y() + NodeMetrics.HEIGHT + PortView.RADIUS);
    }

    /** Where the arrow of an edge ends. */
    Route.Point inputPoint(NodeId id, int port) {
        NodeView view = view(id);
        Position place = view.position();
        return new Route.Point(
                place.x() + NodeMetrics.inputX(port, Math.max(1, view.inputs().size())), place.y() - PortView.RADIUS);
    }

    private NodeView view(NodeId id) {
        return node(id).orElseThrow(() -> new IllegalStateException("No view of node '" + id + "'"));
    }

    /** The area of all nodes. */
    Bounds area() {
        return areaOf(nodes.keySet());
    }

    Bounds areaOf(Collection<NodeId> ids) {
        List<Box> boxes = new ArrayList<>();
        ids.forEach(id -> node(id).ifPresent(view -> boxes.add(Box.ofNode(view.position()))));
        if (boxes.isEmpty()) {
            return new BoundingBox(0, 0, -1, -1);
        }
        double left = boxes.stream().mapToDouble(Box::left).min().orElseThrow();
        double top = boxes.stream().mapToDouble(Box::top).min().orElseThrow();
        double right = boxes.stream().mapToDouble(Box::right).max().orElseThrow();
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElseThrow();
        return new BoundingBox(left, top, right - left, bottom - top);
    }
}
