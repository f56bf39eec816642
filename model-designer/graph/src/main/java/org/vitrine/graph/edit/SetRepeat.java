package org.vitrine.graph.edit;

import java.util.Optional;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;

/** Changes how many times a block stands in a row. */
public record SetRepeat(NodeId id, int repeat) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        return new ReplaceLayer(id, BlockEdits.block(document, id).withRepeat(repeat)).apply(document);
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(id);
    }
}
