package org.vitrine.graph.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything a {@code .vitrine} file holds, immutable. The layout stands beside the graph, so that moving a node never
 * changes the model.
 *
 * @param notes free text for the reader: what the example teaches, what score to expect
 * @param layout a position for each node; nodes without one are laid out on opening
 */
public record GraphDocument(
        String title,
        String notes,
        DataReference data,
        ModelGraph graph,
        Map<NodeId, Position> layout,
        TrainingSettings training) {

    public GraphDocument {
        TreeMap<NodeId, Position> known = new TreeMap<>(layout);
        known.keySet().retainAll(graph.nodes().stream().map(Node::id).collect(Collectors.toSet()));
        layout = Collections.unmodifiableMap(known);
    }

    public GraphDocument withTitle(String newTitle) {
        return new GraphDocument(newTitle, notes, data, graph, layout, training);
    }

    public GraphDocument withNotes(String newNotes) {
        return new GraphDocument(title, newNotes, data, graph, layout, training);
    }

    public GraphDocument withData(DataReference newData) {
        return new GraphDocument(title, notes, newData, graph, layout, training);
    }

    public GraphDocument withGraph(ModelGraph newGraph, Map<NodeId, Position> newLayout) {
        return new GraphDocument(title, notes, data, newGraph, newLayout, training);
    }

    public GraphDocument withTraining(TrainingSettings newTraining) {
        return new GraphDocument(title, notes, data, graph, layout, newTraining);
    }
}
