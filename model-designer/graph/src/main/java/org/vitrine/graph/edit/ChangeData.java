package org.vitrine.graph.edit;

import java.util.Optional;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;

/** Chooses another data set or other options. */
public record ChangeData(DataReference data) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        return document.withData(data);
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(data.dataset());
    }
}
