package org.vitrine.worker;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** Short ways to graphs. */
public final class Graphs {
    private Graphs() {}

    /** One layer after the other, named by type and place, such as {@code Dense2}. */
    public static ModelGraph chain(LayerSpec... layers) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (LayerSpec layer : layers) {
            Node node = new Node(new NodeId(layer.type() + nodes.size()), layer);
            if (!nodes.isEmpty()) {
                edges.add(new Edge(nodes.get(nodes.size() - 1).id(), node.id(), 0));
            }
            nodes.add(node);
        }
        return new ModelGraph(nodes, edges);
    }
}
