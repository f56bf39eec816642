package org.vitrine.graph.edit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Moves nodes to new positions. */
public record MoveNodes(Map<NodeId, Position> positions) implements GraphEdit {

    public MoveNodes {
        positions = Map.copyOf(positions);
    }

    @Override
    public GraphDocument apply(GraphDocument document) {
        positions.keySet().forEach(document.graph()::layer);
        Map<NodeId, Position> layout = new HashMap<>(document.layout());
        layout.putAll(positions);
        return document.withGraph(document.graph(), layout);
    }

    @Override
    public Optional<Object> mergeKey() {
        return Optional.of(positions.keySet());
    }
}
