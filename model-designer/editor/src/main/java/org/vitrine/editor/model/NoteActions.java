package org.vitrine.editor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.edit.FreeNames;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.MoveNodes;
import org.vitrine.graph.edit.PutFrame;
import org.vitrine.graph.edit.PutNote;
import org.vitrine.graph.edit.RemoveAnnotations;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.Tint;

/** What can be done with notes and frames; each is one step of undo. */
public final class NoteActions {
    private static final double WIDTH = Spacing.NODE_WIDTH;
    private static final double HEIGHT = 96;
    private static final double SMALLEST = 48;

    private final GraphViewModel model;

    NoteActions(GraphViewModel model) {
        this.model = model;
    }

    /** Adds an empty note beside what is chosen, or at a place, and chooses it. */
    public NodeId addNote(Optional<Position> place) {
        Position wanted = place.orElseGet(() -> model.selection()
                .singleNode()
                .flatMap(id -> Optional.ofNullable(model.document().layout().get(id)))
                .map(position -> position.plus(Spacing.ACROSS, 0))
                .orElseGet(() -> Placement.atEnd(model.document())));
        NodeId id = free("note");
        model.endGesture();
        model.execute(new PutNote(new Note(id, "", wanted, WIDTH, HEIGHT, Tint.YELLOW)));
        model.endGesture();
        model.select(Selection.ofAnnotation(id));
        return id;
    }

    /** Puts a frame around the chosen nodes and chooses it; empty if none are chosen. */
    public Optional<NodeId> addFrame() {
        Set<NodeId> members = model.selection().nodes();
        if (members.isEmpty()) {
            return Optional.empty();
        }
        NodeId id = free("frame");
        model.endGesture();
        model.execute(new PutFrame(new Frame(id, Texts.text("frame.new"), Tint.BLUE, members)));
        model.endGesture();
        model.select(Selection.ofAnnotation(id));
        return Optional.of(id);
    }

    private NodeId free(String stem) {
        return FreeNames.like(
                new NodeId(stem), new HashSet<>(model.document().annotations().ids()));
    }

    public Optional<Note> note(NodeId id) {
        return model.document().annotations().notes().stream()
                .filter(note -> note.id().equals(id))
                .findFirst();
    }

    public Optional<Frame> frame(NodeId id) {
        return model.document().annotations().frames().stream()
                .filter(frame -> frame.id().equals(id))
                .findFirst();
    }

    /** Writes a note, or the title of a frame. */
    public void write(NodeId id, String text) {
        note(id).ifPresent(note -> model.execute(new PutNote(note.withText(text))));
        frame(id).ifPresent(frame -> model.execute(new PutFrame(frame.withTitle(text))));
    }

    public void colour(NodeId id, Tint tint) {
        model.endGesture();
        note(id).ifPresent(note -> model.execute(new PutNote(note.withTint(tint))));
        frame(id).ifPresent(frame -> model.execute(new PutFrame(frame.withTint(tint))));
        model.endGesture();
    }

    public void resize(NodeId id, double width, double height) {
        note(id).ifPresent(note ->
                model.execute(new PutNote(note.withSize(Math.max(SMALLEST, width), Math.max(SMALLEST, height)))));
    }

    public void moveTo(NodeId id, Position place) {
        note(id).ifPresent(note -> model.execute(new PutNote(note.withPosition(place))));
    }

    /** The edits that remove what is chosen of notes and frames; the nodes in frames stay. */
    static List<GraphEdit> removal(Selection chosen) {
        return chosen.annotations().isEmpty() ? List.of() : List.of(new RemoveAnnotations(chosen.annotations()));
    }

    /** The edits that move the chosen notes, and all nodes in the chosen frames, by (dx, dy). */
    List<GraphEdit> moves(double dx, double dy) {
        List<GraphEdit> edits = new ArrayList<>();
        for (NodeId id : model.selection().annotations()) {
            note(id).ifPresent(note ->
                    edits.add(new PutNote(note.withPosition(note.position().plus(dx, dy)))));
            frame(id).ifPresent(frame -> {
                Map<NodeId, Position> places = new HashMap<>(model.document().layout());
                places.keySet().retainAll(frame.members());
                places.keySet().removeAll(model.selection().nodes());
                places.replaceAll((member, place) -> place.plus(dx, dy));
                edits.add(new MoveNodes(places));
            });
        }
        return edits;
    }

    /** Chooses the note or frame after the one that is chosen, round and round; false if there are none. */
    public boolean chooseNext() {
        List<NodeId> all = model.document().annotations().ids();
        if (all.isEmpty()) {
            return false;
        }
        int now = model.selection().singleAnnotation().map(all::indexOf).orElse(-1);
        model.select(Selection.ofAnnotation(all.get((now + 1) % all.size())));
        return true;
    }
}
