package org.vitrine.graph.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything a {@code .vitrine} file holds, immutable. Layout and annotations stand beside the graph, so that moving a node
 * or writing a note never changes the model; what stands inside of blocks has its path there.
 *
 * @param notes free text for the reader: what the example teaches, what score to expect
 * @param layout a position for each node; nodes without one are laid out on opening
 * @param dismissed kinds of advice that the user does not want to hear for this document
 */
public record GraphDocument(
        String title,
        String notes,
        DataReference data,
        ModelGraph graph,
        Map<NodeId, Position> layout,
        TrainingSettings training,
        Annotations annotations,
        Set<String> dismissed) {

    public GraphDocument {
        Set<NodeId> paths = graph.paths();
        TreeMap<NodeId, Position> known = new TreeMap<>(layout);
        known.keySet().retainAll(paths);
        layout = Collections.unmodifiableMap(known);
        annotations = annotations.retained(paths);
        dismissed = Collections.unmodifiableSet(new TreeSet<>(dismissed));
    }

    /** A document without annotations, to which all advice is given. */
    public GraphDocument(
            String title,
            String notes,
            DataReference data,
            ModelGraph graph,
            Map<NodeId, Position> layout,
            TrainingSettings training) {
        this(title, notes, data, graph, layout, training, Annotations.NONE, Set.of());
    }

    public GraphDocument withTitle(String newTitle) {
        return new GraphDocument(newTitle, notes, data, graph, layout, training, annotations, dismissed);
    }

    public GraphDocument withNotes(String newNotes) {
        return new GraphDocument(title, newNotes, data, graph, layout, training, annotations, dismissed);
    }

    public GraphDocument withData(DataReference newData) {
        return new GraphDocument(title, notes, newData, graph, layout, training, annotations, dismissed);
    }

    public GraphDocument withGraph(ModelGraph newGraph, Map<NodeId, Position> newLayout) {
        return new GraphDocument(title, notes, data, newGraph, newLayout, training, annotations, dismissed);
    }

    public GraphDocument withTraining(TrainingSettings newTraining) {
        return new GraphDocument(title, notes, data, graph, layout, newTraining, annotations, dismissed);
    }

    public GraphDocument withAnnotations(Annotations newAnnotations) {
        return new GraphDocument(title, notes, data, graph, layout, training, newAnnotations, dismissed);
    }

    public GraphDocument withDismissed(Set<String> newDismissed) {
        return new GraphDocument(title, notes, data, graph, layout, training, annotations, newDismissed);
    }

    /** The positions of the nodes of the graph itself, without those inside of blocks. */
    public Collection<Position> positions() {
        return graph.nodes().stream()
                .map(node -> layout.get(node.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The document with every block expanded, as all that computes wants it: ids become paths such as
     * {@code encoder.attention}, or {@code encoder.2.attention} where the block is repeated. This document if it has no
     * blocks. See {@link Expansion} for what became of what.
     */
    public GraphDocument flat() {
        return graph.hasBlocks() ? Expansion.of(this).document() : this;
    }

    /**
     * The body of a block as a document of its own, with paths told from there; the rest is as in this one.
     *
     * @param block a path for one inside of another block
     * @throws IllegalArgumentException if there is no such block
     */
    public GraphDocument inside(NodeId block) {
        NodeId first = block.head();
        Map<NodeId, Position> inner = new HashMap<>();
        layout.forEach((id, position) -> {
            if (id.isIn(first)) {
                inner.put(id.from(first), position);
            }
        });
        GraphDocument body = new GraphDocument(
                title, notes, data, block(first).body(), inner, training, annotations.inside(first), dismissed);
        return block.isPath() ? body.inside(block.from(first)) : body;
    }

    /**
     * This document with what {@link #inside} gave changed: graph, layout and annotations become those of the block, all
     * else that of the document. The block's parameters follow nodes that were renamed.
     *
     * @throws IllegalArgumentException if there is no such block
     */
    public GraphDocument withInside(NodeId block, GraphDocument body) {
        NodeId first = block.head();
        GraphDocument inner = block.isPath() ? inside(first).withInside(block.from(first), body) : body;
        Block old = block(first);
        Block changed = new Block(
                old.name(), inner.graph, Renamed.targets(old.parameters(), old.body(), inner.graph), old.repeat());
        Map<NodeId, Position> positions = new HashMap<>(layout);
        positions.keySet().removeIf(id -> id.isIn(first));
        inner.layout.forEach((id, position) -> positions.put(id.in(first), position));
        return new GraphDocument(
                inner.title,
                inner.notes,
                inner.data,
                new ModelGraph(
                        graph.nodes().stream()
                                .map(node -> node.id().equals(first) ? new Node(first, changed) : node)
                                .toList(),
                        graph.edges()),
                positions,
                inner.training,
                annotations.withInside(first, inner.annotations),
                inner.dismissed);
    }

    private Block block(NodeId id) {
        if (graph.layer(id) instanceof Block block) {
            return block;
        }
        throw new IllegalArgumentException("'" + id + "' is no block");
    }
}
