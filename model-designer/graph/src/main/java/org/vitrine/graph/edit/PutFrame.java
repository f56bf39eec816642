package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.GraphDocument;

/** Adds a frame, or changes the one with the same id. */
public record PutFrame(Frame frame) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        Annotations annotations = document.annotations();
        List<Frame> frames = new ArrayList<>(annotations.frames());
        boolean known = frames.removeIf(other -> other.id().equals(frame.id()));
        int place =
                known ? annotations.frames().stream().map(Frame::id).toList().indexOf(frame.id()) : frames.size();
        frames.add(place, frame);
        return document.withAnnotations(new Annotations(annotations.notes(), frames));
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(frame.id());
    }
}
