package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Note;

/** Adds a note, or changes the one with the same id. */
public record PutNote(Note note) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        Annotations annotations = document.annotations();
        List<Note> notes = new ArrayList<>(annotations.notes());
        boolean known = notes.removeIf(other -> other.id().equals(note.id()));
        int place = known ? annotations.notes().stream().map(Note::id).toList().indexOf(note.id()) : notes.size();
        notes.add(place, note);
        return document.withAnnotations(new Annotations(notes, annotations.frames()));
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(note.id());
    }
}
