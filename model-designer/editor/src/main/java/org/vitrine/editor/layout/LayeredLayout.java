package org.vitrine.editor.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Places nodes in layers from top to bottom (Sugiyama et al. 1981) with ELK. Slow the first time: not for the FX thread. */
public final class LayeredLayout {
    private static final int STRAIGHT = 10;
    /** From this many nodes on a faster placement is used, which keeps fewer edges straight. */
    private static final int LARGE = 80;

    private LayeredLayout() {}

    /** A place for every node, on the grid, the topmost row at 0. */
    public static Map<NodeId, Position> of(GraphDocument document) {
        return of(document, () -> false, share -> {});
    }

    /** The document as it is if all its nodes have a place, else with new places for all. */
    public static GraphDocument placed(GraphDocument document) {
        boolean placed = document.graph().nodes().stream()
                .allMatch(node -> document.layout().containsKey(node.id()));
        return placed ? document : document.withGraph(document.graph(), of(document));
    }

    /**
     * As {@link #of(GraphDocument)}, for large graphs.
     *
     * @param cancelled asked now and then; once it is true, the places that come back mean nothing
     * @param progress told a share from 0 to 1
     */
    static Map<NodeId, Position> of(GraphDocument document, BooleanSupplier cancelled, DoubleConsumer progress) {
        // Makes ELK register the property types that it clones; a no-op from the second time on.
        LayoutMetaDataService.getInstance();
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, NodeMetrics.GAP);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, NodeMetrics.GAP);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, NodeMetrics.GAP);
        // Bends of long edges need no rows of their own: the canvas routes edges itself.
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, NodeMetrics.GRID);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 0.0);
        root.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY,
                document.graph().nodes().size() > LARGE
                        ? NodePlacementStrategy.BRANDES_KOEPF
                        : NodePlacementStrategy.NETWORK_SIMPLEX);
        Map<NodeId, ElkNode> nodes = new HashMap<>();
        Map<NodeId, ElkPort> outputs = new HashMap<>();
        Map<Edge, ElkPort> inputs = new HashMap<>();
        for (Node node : document.graph().nodes()) {
            ElkNode shape = ElkGraphUtil.createNode(root);
            shape.setDimensions(NodeMetrics.WIDTH, NodeMetrics.HEIGHT);
            shape.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            nodes.put(node.id(), shape);
            outputs.put(node.id(), port(shape, PortSide.SOUTH, NodeMetrics.WIDTH / 2, NodeMetrics.HEIGHT));
            for (Edge edge : document.graph().inputsOf(node.id())) {
                // Almost in the middle: the order counts, but a chain through ports at the side should not walk away.
                inputs.put(edge, port(shape, PortSide.NORTH, NodeMetrics.WIDTH / 2 + edge.port(), 0));
            }
        }
        for (Edge edge : document.graph().edges()) {
            ElkEdge line = ElkGraphUtil.createSimpleEdge(outputs.get(edge.from()), inputs.get(edge));
            // The main path is straight, residual connections go round it.
            line.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, edge.port() == 0 ? STRAIGHT : 0);
        }
        new LayeredLayoutProvider().layout(root, new LayoutProgress(cancelled, progress));
        Map<NodeId, Position> places = new HashMap<>();
        nodes.forEach((id, shape) -> places.put(id, NodeMetrics.snap(new Position(shape.getX(), shape.getY()))));
        return places;
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        port.setLocation(x, y);
        return port;
    }
}
