package org.vitrine.graph.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** A cut-out of a graph: nodes, the edges among them, and their positions. What copy puts on the clipboard. */
public record Fragment(List<Node> nodes, List<Edge> edges, Map<NodeId, Position> layout) {
    private static final int LONGEST_NAME = 40;

    public Fragment {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        layout = Map.copyOf(layout);
    }

    /** Cuts the chosen nodes out of a document; edges to other nodes are left behind. */
    public static Fragment of(GraphDocument document, Set<NodeId> chosen) {
        Map<NodeId, Position> layout = new HashMap<>(document.layout());
        layout.keySet().removeIf(path -> !chosen.contains(path) && !chosen.contains(path.head()));
        return new Fragment(
                document.graph().nodes().stream()
                        .filter(node -> chosen.contains(node.id()))
                        .toList(),
                document.graph().edges().stream()
                        .filter(edge -> chosen.contains(edge.from()) && chosen.contains(edge.to()))
                        .toList(),
                layout);
    }

    /** The same fragment with names that are free in {@code graph}, moved by (dx, dy). */
    public Fragment renamedFor(ModelGraph graph, double dx, double dy) {
        Set<NodeId> taken = new HashSet<>(graph.nodes().stream().map(Node::id).toList());
        Map<NodeId, NodeId> names = new HashMap<>();
        List<Node> renamed = new ArrayList<>();
        Map<NodeId, Position> moved = new HashMap<>();
        for (Node node : nodes) {
            // What was a path in a flat document is a name here.
            NodeId free = FreeNames.like(new NodeId(name(node.id())), taken);
            taken.add(free);
            names.put(node.id(), free);
            renamed.add(new Node(free, node.layer()));
            layout.forEach((path, position) -> {
                if (path.equals(node.id())) {
                    moved.put(free, position.plus(dx, dy));
                } else if (path.isIn(node.id())) {
                    moved.put(path.renamed(node.id(), free), position);
                }
            });
        }
        List<Edge> joined = edges.stream()
                .map(edge -> new Edge(name(names, edge.from()), name(names, edge.to()), edge.port()))
                .toList();
        return new Fragment(renamed, joined, moved);
    }

    private static String name(NodeId id) {
        String name = id.value().replace('.', '-');
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private static NodeId name(Map<NodeId, NodeId> names, NodeId id) {
        NodeId name = names.get(id);
        if (name == null) {
            throw new IllegalStateException("An edge of the fragment leaves it at '" + id + "'");
        }
        return name;
    }
}
