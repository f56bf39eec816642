package org.vitrine.graph.edit;

import java.util.Set;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;

/** Removes nodes, the edges at them, and further edges; what is not there is gone already. */
public record RemoveParts(Set<NodeId> nodes, Set<Edge> edges) implements GraphEdit {

    public RemoveParts {
        nodes = Set.copyOf(nodes);
        edges = Set.copyOf(edges);
    }

    @Override
    public GraphDocument apply(GraphDocument document) {
        ModelGraph graph = document.graph();
        return document.withGraph(
                new ModelGraph(
                        graph.nodes().stream()
                                .filter(node -> !nodes.contains(node.id()))
                                .toList(),
                        graph.edges().stream()
                                .filter(edge -> !edges.contains(edge)
                                        && !nodes.contains(edge.from())
                                        && !nodes.contains(edge.to()))
                                .toList()),
                document.layout());
    }
}
