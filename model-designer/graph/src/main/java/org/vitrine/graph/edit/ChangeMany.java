package org.vitrine.graph.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameters;

/** Gives a parameter that several nodes have one value. */
public record ChangeMany(Set<NodeId> nodes, String parameter, Object value) implements GraphEdit {

    public ChangeMany {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public GraphDocument apply(GraphDocument document) {
        GraphDocument result = document;
        for (NodeId id : nodes) {
            result = new ReplaceLayer(id, Parameters.with(document.graph().layer(id), parameter, value)).apply(result);
        }
        return result;
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(List.of(nodes, parameter));
    }
}
