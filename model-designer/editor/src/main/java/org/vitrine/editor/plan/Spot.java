package org.vitrine.editor.plan;

import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.plan.Route.Point;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/**
 * A node in its place.
 *
 * @param inputs how many input ports are shown
 */
public record Spot(Node node, Position position, int inputs) {

    public NodeId id() {
        return node.id();
    }

    public Box box() {
        return Box.ofNode(position);
    }

    /** Where edges leave. */
    public Point output() {
        return new Point(
                position.x() + NodeMetrics.outputX(), position.y() + NodeMetrics.HEIGHT + NodeMetrics.PORT_RADIUS);
    }

    /** Where the arrow of an edge ends. */
    public Point input(int port) {
        return new Point(
                position.x() + NodeMetrics.inputX(port, Math.max(1, inputs)), position.y() - NodeMetrics.PORT_RADIUS);
    }
}
