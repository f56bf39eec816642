package org.vitrine.editor.model;

import java.util.List;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Ports;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** The sizes of nodes on the canvas at zoom 1, in pixels. All nodes are equal, so that edges never wait for a layout pass. */
public final class NodeMetrics {
    public static final double GRID = 8;
    public static final double WIDTH = Spacing.NODE_WIDTH;
    public static final double HEIGHT = Spacing.NODE_HEIGHT;
    /** Between neighbours: room for an edge with its label and arrow. */
    public static final double GAP = Spacing.GAP;

    /** Half the visible disc of a port: edges end here. */
    public static final double PORT_RADIUS = 5;

    private static final double SPARE = 20;

    private NodeMetrics() {}

    /** The nearest point of the grid. */
    public static double snap(double value) {
        return Math.round(value / GRID) * GRID;
    }

    public static Position snap(Position position) {
        return new Position(snap(position.x()), snap(position.y()));
    }

    /** Input ports to show: a layer of many inputs always offers one more than it uses. */
    public static int inputPorts(ModelGraph graph, NodeId id, LayerSpec layer) {
        List<Edge> inputs = graph.inputsOf(id);
        return inputPorts(
                layer, inputs.isEmpty() ? 0 : inputs.get(inputs.size() - 1).port() + 1);
    }

    /** Input ports to show where those below {@code used} have edges. */
    public static int inputPorts(LayerSpec layer, int used) {
        Ports ports = layer.ports();
        int offered = ports.max() > ports.min() ? used + 1 : used;
        return Math.max(used, Math.min(ports.max(), Math.max(ports.min(), offered)));
    }

    /**
     * The centre of an input port, from the node's left edge. Ports stand evenly; the spare one of a layer with many
     * inputs stands at the right, so that the others stay where they are when it appears.
     */
    public static double inputX(int port, int ports) {
        boolean hasSpare = ports == 3 || ports == 4;
        if (hasSpare && port == ports - 1) {
            return WIDTH - SPARE;
        }
        return WIDTH * (port + 1) / (hasSpare ? ports : ports + 1);
    }

    /** The centre of the output port, from the node's left edge. */
    public static double outputX() {
        return WIDTH / 2;
    }
}
