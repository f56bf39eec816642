package org.vitrine.graph.edit;

import java.util.Optional;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** Gives a node other parameters, or another layer. */
public record ReplaceLayer(NodeId id, LayerSpec layer) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        ModelGraph graph = document.graph();
        graph.layer(id);
        return document.withGraph(
                new ModelGraph(
                        graph.nodes().stream()
                                .map(node -> node.id().equals(id) ? new Node(id, layer) : node)
                                .toList(),
                        graph.edges()),
                document.layout());
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(id);
    }
}
