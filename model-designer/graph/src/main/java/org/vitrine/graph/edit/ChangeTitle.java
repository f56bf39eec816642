package org.vitrine.graph.edit;

import java.util.Optional;
import org.vitrine.graph.model.GraphDocument;

/** Changes title and notes. */
public record ChangeTitle(String title, String notes) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        return document.withTitle(title).withNotes(notes);
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(ChangeTitle.class);
    }
}
