package org.vitrine.graph.edit;

import java.util.HashMap;
import java.util.Map;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Renames a node; its edges, frames, and what stands inside of it follow. */
public record RenameNode(NodeId id, NodeId newId) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        ModelGraph graph = document.graph();
        graph.layer(id);
        Map<NodeId, Position> layout = new HashMap<>();
        document.layout().forEach((path, position) -> layout.put(path.renamed(id, newId), position));
        Annotations annotations = document.annotations().renamed(id, newId);
        return document.withAnnotations(Annotations.NONE)
                .withGraph(
                        new ModelGraph(
                                graph.nodes().stream()
                                        .map(node -> new Node(renamed(node.id()), node.layer()))
                                        .toList(),
                                graph.edges().stream()
                                        .map(edge -> new Edge(renamed(edge.from()), renamed(edge.to()), edge.port()))
                                        .toList()),
                        layout)
                .withAnnotations(annotations);
    }

    private NodeId renamed(NodeId other) {
        return other.equals(id) ? newId : other;
    }
}
