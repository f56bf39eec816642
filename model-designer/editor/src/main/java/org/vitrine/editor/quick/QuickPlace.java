package org.vitrine.editor.quick;

import java.util.Optional;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Where a layer is to be added. */
public sealed interface QuickPlace {

    /** Fed by a node; the new layer stands at {@code at}, or below the node. */
    record After(NodeId from, Optional<Position> at) implements QuickPlace {}

    /** Between the two ends of an edge. */
    record On(Edge edge) implements QuickPlace {}

    /** On its own. */
    record Free(Optional<Position> at) implements QuickPlace {}

    /** Where one expects it: on the chosen edge, or behind the chosen node, on the edge that leaves it if there is just one. */
    static QuickPlace of(GraphDocument document, Selection selection) {
        if (selection.singleEdge().isPresent()) {
            return new On(selection.singleEdge().get());
        }
        Optional<NodeId> node =
                selection.singleNode().filter(id -> document.graph().layer(id).family() != Family.OUTPUT);
        if (node.isEmpty()) {
            return new Free(Optional.empty());
        }
        var outputs = document.graph().outputsOf(node.get());
        return outputs.size() == 1 ? new On(outputs.get(0)) : new After(node.get(), Optional.empty());
    }
}
