package org.vitrine.graph.edit;

import java.util.Set;
import java.util.TreeSet;
import org.vitrine.graph.model.GraphDocument;

/** Says that a kind of advice is not wanted for this document, or is wanted again. */
public record Dismiss(String kind, boolean dismissed) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        Set<String> kinds = new TreeSet<>(document.dismissed());
        if (dismissed) {
            kinds.add(kind);
        } else {
            kinds.remove(kind);
        }
        return document.withDismissed(kinds);
    }
}
