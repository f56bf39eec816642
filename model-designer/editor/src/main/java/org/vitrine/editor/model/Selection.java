package org.vitrine.editor.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/**
 * The chosen nodes and edges.
 *
 * @param annotations the chosen notes and frames
 */
public record Selection(Set<NodeId> nodes, Set<Edge> edges, Set<NodeId> annotations) {
    public static final Selection EMPTY = new Selection(Set.of(), Set.of());

    public Selection {
        nodes = Set.copyOf(nodes);
        edges = Set.copyOf(edges);
        annotations = Set.copyOf(annotations);
    }

    /** Nodes and edges alone. */
    public Selection(Set<NodeId> nodes, Set<Edge> edges) {
        this(nodes, edges, Set.of());
    }

    /** A note or frame. */
    public static Selection ofAnnotation(NodeId id) {
        return new Selection(Set.of(), Set.of(), Set.of(id));
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
        return nodes.isEmpty() && edges.isEmpty() && annotations.isEmpty();
    }

    public int size() {
        return nodes.size() + edges.size() + annotations.size();
    }

    /** The node, if one node and nothing else is chosen. */
    public Optional<NodeId> singleNode() {
        return nodes.size() == 1 && size() == 1 ? Optional.of(nodes.iterator().next()) : Optional.empty();
    }

    /** The edge, if one edge and nothing else is chosen. */
    public Optional<Edge> singleEdge() {
        return edges.size() == 1 && size() == 1 ? Optional.of(edges.iterator().next()) : Optional.empty();
    }

    /** The note or frame, if one of them and nothing else is chosen. */
    public Optional<NodeId> singleAnnotation() {
        return annotations.size() == 1 && size() == 1
                ? Optional.of(annotations.iterator().next())
                : Optional.empty();
    }

    /** The selection with the node added, or taken out if it was in. */
    public Selection toggled(NodeId node) {
        Set<NodeId> changed = new HashSet<>(nodes);
        if (!changed.remove(node)) {
            changed.add(node);
        }
        return new Selection(changed, edges, annotations);
    }

    /** The selection with the edge added, or taken out if it was in. */
    public Selection toggled(Edge edge) {
        Set<Edge> changed = new HashSet<>(edges);
        if (!changed.remove(edge)) {
            changed.add(edge);
        }
        return new Selection(nodes, changed, annotations);
    }

    /** Both selections together. */
    public Selection with(Selection other) {
        Set<NodeId> allNodes = new HashSet<>(nodes);
        allNodes.addAll(other.nodes);
        Set<Edge> allEdges = new HashSet<>(edges);
        allEdges.addAll(other.edges);
        Set<NodeId> allAnnotations = new HashSet<>(annotations);
        allAnnotations.addAll(other.annotations);
        return new Selection(allNodes, allEdges, allAnnotations);
    }

    /** The selection with the note or frame added, or taken out if it was in. */
    public Selection toggledAnnotation(NodeId id) {
        Set<NodeId> changed = new HashSet<>(annotations);
        if (!changed.remove(id)) {
            changed.add(id);
        }
        return new Selection(nodes, edges, changed);
    }

    /** What of the selection exists in a document. */
    public Selection retainedIn(GraphDocument document) {
        ModelGraph graph = document.graph();
        Set<NodeId> keptNodes = new HashSet<>(nodes);
        keptNodes.retainAll(graph.nodes().stream().map(Node::id).toList());
        Set<Edge> keptEdges = new HashSet<>(edges);
        keptEdges.retainAll(graph.edges());
        Set<NodeId> keptAnnotations = new HashSet<>(annotations);
        keptAnnotations.retainAll(document.annotations().ids());
        return new Selection(keptNodes, keptEdges, keptAnnotations);
    }
}
