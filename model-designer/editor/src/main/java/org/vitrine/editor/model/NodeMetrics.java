package org.vitrine.editor.model;

import java.util.List;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Ports;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** The sizes of nodes on the canvas at zoom 1, in pixels. All nodes are equal, so that edges never wait for a layout pass. */
public final class NodeMetrics {
    public static final double GRID = 8;
    public static final double WIDTH = 208;
    public static final double HEIGHT = 64;
    /** Between a node and the next one below: room for an edge with its label and arrow. */
    public static final double GAP_Y = 48;
    /** Between neighbours in a row. */
    public static final double GAP_X = 48;

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
        Ports ports = layer.ports();
        List<Edge> inputs = graph.inputsOf(id);
        int used = inputs.isEmpty() ? 0 : inputs.get(inputs.size() - 1).port() + 1;
        int offered = ports.max() > ports.min() ? used + 1 : used;
        return Math.max(used, Math.min(ports.max(), Math.max(ports.min(), offered)));
    }

    /** The centre of an input port, from the node's left edge. */
    public static double inputX(int port, int ports) {
        return WIDTH * (port + 1) / (ports + 1);
    }

    /** The centre of the output port, from the node's left edge. */
    public static double outputX() {
        return WIDTH / 2;
    }
}
