package org.vitrine.graph.edit;

import org.vitrine.graph.model.GraphDocument;

/** Makes the document what it was in an earlier version; undo brings back what it was since. */
public record RestoreVersion(GraphDocument version) implements GraphEdit {
    @Override
    public GraphDocument apply(GraphDocument document) {
        return version;
    }
}
