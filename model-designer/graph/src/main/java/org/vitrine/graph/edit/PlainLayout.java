package org.vitrine.graph.edit;

import java.util.HashMap;
import java.util.Map;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Places for what is inside of a block that comes without any: each layer below what feeds it, neighbours side by side. */
final class PlainLayout {
    private PlainLayout() {}

    /** Positions by paths from the block on, blocks in it included. */
    static Map<NodeId, Position> of(Block block) {
        Map<NodeId, Position> places = new HashMap<>();
        ModelGraph body = block.body();
        Map<NodeId, Integer> depths = new HashMap<>();
        for (Node node : body.topologicalOrder()) {
            int depth = 0;
            for (Edge edge : body.inputsOf(node.id())) {
                depth = Math.max(depth, depths.getOrDefault(edge.from(), 0) + 1);
            }
            depths.put(node.id(), depth);
        }
        Map<Integer, Integer> columns = new HashMap<>();
        for (Node node : body.nodes()) {
            int depth = depths.getOrDefault(node.id(), 0);
            int column = columns.merge(depth, 1, Integer::sum) - 1;
            places.put(node.id(), new Position(column * Spacing.ACROSS, depth * Spacing.DOWN));
            if (node.layer() instanceof Block inner) {
                of(inner).forEach((path, position) -> places.put(path.in(node.id()), position));
            }
        }
        return places;
    }
}
