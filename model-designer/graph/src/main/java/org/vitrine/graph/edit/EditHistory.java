package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.graph.model.GraphDocument;

/**
 * Undo and redo as an immutable list of documents with a cursor. Edits with the same merge key fold into one step, until
 * {@link #sealed()} ends it. Remembers which document was saved, so that undo back to it is not a change.
 */
public final class EditHistory {
    /** The steps kept; older ones are forgotten. */
    public static final int LIMIT = 500;

    private record Step(GraphDocument document, String nameKey, Optional<Object> mergeKey) {}

    private final List<Step> steps;
    private final int cursor;
    private final @Nullable GraphDocument saved;

    private EditHistory(List<Step> steps, int cursor, @Nullable GraphDocument saved) {
        this.steps = steps;
        this.cursor = cursor;
        this.saved = saved;
    }

    /** A history that begins with a saved document. */
    public static EditHistory of(GraphDocument document) {
        return new EditHistory(List.of(new Step(document, "", Optional.empty())), 0, document);
    }

    public GraphDocument document() {
        return steps.get(cursor).document();
    }

    /** The history after the edit; the same one if the edit changes nothing. */
    public EditHistory apply(GraphEdit edit) {
        GraphDocument next = edit.apply(document());
        if (next.equals(document())) {
            return this;
        }
        List<Step> kept = new ArrayList<>(steps.subList(0, cursor + 1));
        Optional<Object> key = edit.mergeKey().map(value -> List.of(edit.nameKey(), value));
        boolean merges =
                cursor > 0 && key.isPresent() && key.equals(kept.get(cursor).mergeKey());
        if (merges) {
            kept.remove(cursor);
        }
        // A gesture that came back to where it began leaves no step.
        if (!merges || !next.equals(kept.get(cursor - 1).document())) {
            kept.add(new Step(next, edit.nameKey(), key));
        }
        if (kept.size() > LIMIT + 1) {
            kept.remove(0);
        }
        return new EditHistory(List.copyOf(kept), kept.size() - 1, saved);
    }

    /** Ends merging: the next edit is a step of its own. Called when a gesture ends. */
    public EditHistory sealed() {
        List<Step> ended = new ArrayList<>(steps);
        Step last = ended.get(cursor);
        ended.set(cursor, new Step(last.document(), last.nameKey(), Optional.empty()));
        return new EditHistory(List.copyOf(ended), cursor, saved);
    }

    public boolean canUndo() {
        return cursor > 0;
    }

    public boolean canRedo() {
        return cursor + 1 < steps.size();
    }

    public EditHistory undo() {
        return canUndo() ? new EditHistory(steps, cursor - 1, saved).sealed() : this;
    }

    public EditHistory redo() {
        return canRedo() ? new EditHistory(steps, cursor + 1, saved).sealed() : this;
    }

    /** The name key of the edit that undo would take back. */
    public Optional<String> undoName() {
        return canUndo() ? Optional.of(steps.get(cursor).nameKey()) : Optional.empty();
    }

    /** The name key of the edit that redo would bring back. */
    public Optional<String> redoName() {
        return canRedo() ? Optional.of(steps.get(cursor + 1).nameKey()) : Optional.empty();
    }

    public EditHistory markSaved() {
        return new EditHistory(steps, cursor, document()).sealed();
    }

    /** The same history of a document that was never saved, such as one brought back after a crash. */
    public EditHistory markUnsaved() {
        return new EditHistory(steps, cursor, null);
    }

    public boolean isDirty() {
        return !document().equals(saved);
    }
}
