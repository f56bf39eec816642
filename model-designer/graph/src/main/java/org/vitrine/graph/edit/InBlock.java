package org.vitrine.graph.edit;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;

/** Applies an edit inside of a block, with paths told from there. */
public record InBlock(NodeId path, GraphEdit edit) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        return document.withInside(path, edit.apply(document.inside(path)));
    }

    @Override
    public String nameKey() {
        return edit.nameKey();
    }

    @Override
    public Optional<Object> mergeKey() {
        return edit.mergeKey().map(key -> List.of(path, key));
    }
}
