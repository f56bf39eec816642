package org.vitrine.graph.edit;

import java.util.List;
import org.vitrine.graph.model.GraphDocument;

/** Several edits as one step of undo. */
public record EditList(String nameKey, List<GraphEdit> edits) implements GraphEdit {

    public EditList {
        edits = List.copyOf(edits);
    }

    @Override
    public GraphDocument apply(GraphDocument document) {
        GraphDocument result = document;
        for (GraphEdit edit : edits) {
            result = edit.apply(result);
        }
        return result;
    }
}
