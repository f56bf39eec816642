package org.vitrine.graph.edit;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.BlockParameters;

/** Sets a parameter of a block: all that it leads to inside. */
public record SetBlockParameter(NodeId id, String parameter, Object value) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        return new ReplaceLayer(id, BlockParameters.with(BlockEdits.block(document, id), parameter, value))
                .apply(document);
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(List.of(id, parameter));
    }
}
