package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Adds an unconnected node; what is inside of a block finds a place. */
public record AddNode(Node node, Position position) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        List<Node> nodes = new ArrayList<>(document.graph().nodes());
        nodes.add(node);
        Map<NodeId, Position> layout = new HashMap<>(document.layout());
        layout.put(node.id(), position);
        if (node.layer() instanceof Block block) {
            PlainLayout.of(block).forEach((path, place) -> layout.put(path.in(node.id()), place));
        }
        return document.withGraph(new ModelGraph(nodes, document.graph().edges()), layout);
    }
}
