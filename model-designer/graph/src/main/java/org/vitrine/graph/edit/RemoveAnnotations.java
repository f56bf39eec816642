package org.vitrine.graph.edit;

import java.util.Set;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;

/** Removes notes and frames; the nodes in a frame stay. What is not there is gone already. */
public record RemoveAnnotations(Set<NodeId> ids) implements GraphEdit {

    public RemoveAnnotations {
        ids = Set.copyOf(ids);
    }

    @Override
    public GraphDocument apply(GraphDocument document) {
        Annotations annotations = document.annotations();
        return document.withAnnotations(new Annotations(
                annotations.notes().stream()
                        .filter(note -> !ids.contains(note.id()))
                        .toList(),
                annotations.frames().stream()
                        .filter(frame -> !ids.contains(frame.id()))
                        .toList()));
    }
}
