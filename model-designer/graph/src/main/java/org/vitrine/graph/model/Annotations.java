package org.vitrine.graph.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What stands on the canvas for the reader alone. Ids are unique among both; those inside of blocks are paths. */
public record Annotations(List<Note> notes, List<Frame> frames) {
    public static final Annotations NONE = new Annotations(List.of(), List.of());

    public Annotations {
        notes = List.copyOf(notes);
        frames = List.copyOf(frames);
        Set<NodeId> ids = new HashSet<>();
        for (NodeId id : ids(notes, frames)) {
            if (!ids.add(id)) {
                throw new IllegalArgumentException("Two notes or frames are named '" + id + "'");
            }
        }
    }

    /** The ids of all notes and frames. */
    public List<NodeId> ids() {
        return ids(notes, frames);
    }

    public boolean isEmpty() {
        return notes.isEmpty() && frames.isEmpty();
    }

    /** Those on the canvas of one block, with paths told from there. */
    public Annotations inside(NodeId block) {
        return new Annotations(
                notes.stream()
                        .filter(note -> note.id().isIn(block))
                        .map(note -> note.withId(note.id().from(block)))
                        .toList(),
                frames.stream()
                        .filter(frame -> frame.id().isIn(block))
                        .map(frame -> moved(frame, id -> id.isIn(block) ? id.from(block) : id))
                        .toList());
    }

    /** With {@code inner} in the place of those on the canvas of one block. */
    public Annotations withInside(NodeId block, Annotations inner) {
        List<Note> allNotes = new ArrayList<>(
                notes.stream().filter(note -> !note.id().isIn(block)).toList());
        inner.notes.forEach(note -> allNotes.add(note.withId(note.id().in(block))));
        List<Frame> allFrames = new ArrayList<>(
                frames.stream().filter(frame -> !frame.id().isIn(block)).toList());
        inner.frames.forEach(frame -> allFrames.add(moved(frame, id -> id.in(block))));
        return new Annotations(allNotes, allFrames);
    }

    /** After the node {@code old} was renamed. */
    public Annotations renamed(NodeId old, NodeId renamed) {
        return new Annotations(
                notes.stream()
                        .map(note -> note.id().isIn(old) ? note.withId(note.id().renamed(old, renamed)) : note)
                        .toList(),
                frames.stream()
                        .map(frame -> frame.id().isIn(old)
                                ? moved(frame, id -> id.renamed(old, renamed))
                                : frame.withMembers(frame.members().stream()
                                        .map(id -> id.renamed(old, renamed))
                                        .collect(Collectors.toSet())))
                        .toList());
    }

    /** Without frames that are empty and what stands in blocks that are gone. */
    Annotations retained(Set<NodeId> paths) {
        if (isEmpty()) {
            return this;
        }
        return new Annotations(
                notes.stream().filter(note -> hasPlace(note.id(), paths)).toList(),
                frames.stream()
                        .filter(frame -> hasPlace(frame.id(), paths))
                        .map(frame -> frame.withMembers(
                                frame.members().stream().filter(paths::contains).collect(Collectors.toSet())))
                        .filter(frame -> !frame.members().isEmpty())
                        .toList());
    }

    private static boolean hasPlace(NodeId id, Set<NodeId> paths) {
        int dot = id.value().lastIndexOf('.');
        return dot < 0 || paths.contains(new NodeId(id.value().substring(0, dot)));
    }

    private static Frame moved(Frame frame, UnaryOperator<NodeId> path) {
        return frame.withId(path.apply(frame.id()))
                .withMembers(frame.members().stream().map(path).collect(Collectors.toSet()));
    }

    private static List<NodeId> ids(List<Note> notes, List<Frame> frames) {
        List<NodeId> ids = new ArrayList<>(notes.stream().map(Note::id).toList());
        frames.forEach(frame -> ids.add(frame.id()));
        return ids;
    }
}
