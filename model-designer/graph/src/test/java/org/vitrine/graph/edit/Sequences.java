package org.vitrine.graph.edit;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** Parts of random graphs. */
final class Sequences {
    private Sequences() {}

    static Set<NodeId> names(ModelGraph graph) {
        return new HashSet<>(graph.nodes().stream().map(Node::id).toList());
    }

    static List<NodeId> blocks(ModelGraph graph) {
        return graph.nodes().stream()
                .filter(node -> node.layer() instanceof Block)
                .map(Node::id)
                .toList();
    }

    /** A node and those that come behind it, one by one. */
    static Set<NodeId> run(ModelGraph graph, int place, int size) {
        Set<NodeId> run = new LinkedHashSet<>();
        if (graph.nodes().isEmpty()) {
            return run;
        }
        NodeId next = graph.nodes().get(place % graph.nodes().size()).id();
        while (run.add(next) && run.size() < size) {
            List<Edge> outputs = graph.outputsOf(next);
            if (outputs.isEmpty()) {
                break;
            }
            next = outputs.get(0).to();
        }
        return run;
    }
}
