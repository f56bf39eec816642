package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Inserts nodes with the edges among them, as paste does. {@link Fragment#renamedFor} gives them free names first. */
public record InsertFragment(Fragment fragment) implements GraphEdit {

    @Override
    public GraphDocument apply(GraphDocument document) {
        List<Node> nodes = new ArrayList<>(document.graph().nodes());
        nodes.addAll(fragment.nodes());
        List<Edge> edges = new ArrayList<>(document.graph().edges());
        edges.addAll(fragment.edges());
        Map<NodeId, Position> layout = new HashMap<>(document.layout());
        layout.putAll(fragment.layout());
        return document.withGraph(new ModelGraph(nodes, edges), layout);
    }
}
