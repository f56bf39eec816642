package org.vitrine.editor.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** The chosen nodes and edges. */
public record Selection(Set<NodeId> nodes, Set<Edge> edges) {
    public static final Selection EMPTY = new Selection(Set.of(), Set.of());

    public Selection {
        nodes = Set.copyOf(nodes);
        edges = Set.copyOf(edges);
    }

    public static Selection ofNodes(Collection<NodeId> nodes) {
        return new Selection(Set.copyOf(nodes), Set.of());
    }

    public static Selection of(NodeId node) {
        return new Selection(Set.of(node), Set.of());
    }

    public static Selection of(Edge edge) {
        return new Selection(Set.of(), Set.of(edge));
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty();
    }

    public int size() {
        return nodes.size() + edges.size();
    }

    /** The node, if one node and nothing else is chosen. */
    public Optional<NodeId> singleNode() {
        return nodes.size() == 1 && edges.isEmpty()
                ? Optional.of(nodes.iterator().next())
                : Optional.empty();
    }

    /** The edge, if one edge and nothing else is chosen. */
    public Optional<Edge> singleEdge() {
        return edges.size() == 1 && nodes.isEmpty()
                ? Optional.of(edges.iterator().next())
                : Optional.empty();
    }

    /** The selection with the node added, or taken out if it was in. */
    public Selection toggled(NodeId node) {
        Set<NodeId> changed = new HashSet<>(nodes);
        if (!changed.remove(node)) {
            changed.add(node);
        }
        return new Selection(changed, edges);
    }

    /** The selection with the edge added, or taken out if it was in. */
    public Selection toggled(Edge edge) {
        Set<Edge> changed = new HashSet<>(edges);
        if (!changed.remove(edge)) {
            changed.add(edge);
        }
        return new Selection(nodes, changed);
    }

    /** Both selections together. */
    public Selection with(Selection other) {
        Set<NodeId> allNodes = new HashSet<>(nodes);
        allNodes.addAll(other.nodes);
        Set<Edge> allEdges = new HashSet<>(edges);
        allEdges.addAll(other.edges);
        return new Selection(allNodes, allEdges);
    }

    /** What of the selection exists in {@code graph}. */
    public Selection retainedIn(ModelGraph graph) {
        Set<NodeId> keptNodes = new HashSet<>(nodes);
        keptNodes.retainAll(graph.nodes().stream().map(Node::id).toList());
        Set<Edge> keptEdges = new HashSet<>(edges);
        keptEdges.retainAll(graph.edges());
        return new Selection(keptNodes, keptEdges);
    }
}
