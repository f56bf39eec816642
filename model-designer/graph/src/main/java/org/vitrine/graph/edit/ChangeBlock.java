package org.vitrine.graph.edit;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;

/** Changes what a block is called and which parameters it offers. */
public record ChangeBlock(NodeId id, String name, List<BlockParameter> parameters) implements GraphEdit {

    public ChangeBlock {
        parameters = List.copyOf(parameters);
    }

    @Override
    public GraphDocument apply(GraphDocument document) {
        return new ReplaceLayer(
                        id, BlockEdits.block(document, id).withName(name).withParameters(parameters))
                .apply(document);
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(id);
    }
}
