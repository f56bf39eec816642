package org.vitrine.graph.edit;

import java.util.Optional;
import org.vitrine.graph.model.GraphDocument;

/**
 * A change of a document as a value. Applying it is a pure function; undo goes back to the document before, so an edit
 * never has to know its inverse. An edit that needs a node which is missing throws {@link IllegalArgumentException}.
 */
public interface GraphEdit {
    GraphDocument apply(GraphDocument document);

    /** The name for the undo menu: a key of the user interface's texts. */
    default String nameKey() {
        return getClass().getSimpleName();
    }

    /** Edits in a row with the same key become one step of undo: dragging a slider, moving a node, typing a number. */
    default Optional<Object> mergeKey() {
        return Optional.empty();
    }
}
