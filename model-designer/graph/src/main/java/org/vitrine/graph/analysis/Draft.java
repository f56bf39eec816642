package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.graph.edit.AddNode;
import org.vitrine.graph.edit.Connect;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.FreeNames;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.MoveNodes;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.edit.Spacing;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Collects edits that build on each other. */
final class Draft {
    private GraphDocument document;
    private final List<GraphEdit> edits = new ArrayList<>();

    Draft(GraphDocument document) {
        this.document = document;
    }

    Draft then(GraphEdit edit) {
        document = edit.apply(document);
        edits.add(edit);
        return this;
    }

    /** Adds an unconnected node and tells its name. */
    NodeId add(LayerSpec layer, Position position) {
        NodeId id = FreeNames.forLayer(layer, document.graph());
        then(new AddNode(new Node(id, layer), position));
        return id;
    }

    /** Adds a node below {@code source}, fed by it. */
    NodeId append(NodeId source, LayerSpec layer) {
        NodeId id = FreeNames.forLayer(layer, document.graph());
        Position above = document.layout().getOrDefault(source, new Position(0, 0));
        then(new AddNode(new Node(id, layer), above.plus(0, Spacing.DOWN)));
        return connect(source, id, 0);
    }

    NodeId connect(NodeId from, NodeId to, int port) {
        then(new Connect(new Edge(from, to, port)));
        return to;
    }

    /** Puts a layer on an edge and tells the edge that leaves it. */
    Edge insertOn(Edge edge, LayerSpec layer) {
        NodeId id = FreeNames.forLayer(layer, document.graph());
        then(Edits.insertOn(document, edge, layer));
        return new Edge(id, edge.to(), edge.port());
    }

    /** Puts a layer behind a node, in all its outgoing edges. */
    void insertAfter(NodeId node, LayerSpec layer) {
        then(Edits.insertAfter(document, node, layer));
    }

    /** Lets two nodes change places on the canvas. */
    void swapPlaces(NodeId one, NodeId other) {
        Position here = document.layout().get(one);
        Position there = document.layout().get(other);
        if (here != null && there != null) {
            then(new MoveNodes(Map.of(one, there, other, here)));
        }
    }

    Draft remove(Set<NodeId> nodes) {
        return then(new RemoveParts(nodes, Set.of()));
    }

    GraphEdit edit() {
        return new EditList("ApplyFix", edits);
    }
}
