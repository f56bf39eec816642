package org.vitrine.graph.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;

/**
 * What a document costs, as it stands on the canvas: what is inside of a block is summed up at the block.
 *
 * @param flat the costs of the layers that compute
 * @param nodes the costs of the document's own nodes, in topological order
 */
public record Outline(GraphCost flat, GraphCost nodes) {
    public static final Outline NONE = new Outline(GraphCost.NONE, GraphCost.NONE);

    /** The costs of a document on its data. */
    public static Outline of(GraphDocument document, DataSpec data) {
        GraphDocument expanded = document.flat();
        GraphAnalysis analysis = GraphAnalyzer.analyze(expanded, Optional.of(data));
        GraphCost flat = GraphCost.of(expanded.graph(), analysis, data);
        List<LayerCost> nodes = new ArrayList<>();
        for (Node node : document.graph().topologicalOrder()) {
            flat.layer(node.id()).or(() -> inside(node, flat)).ifPresent(nodes::add);
        }
        return new Outline(flat, new GraphCost(nodes));
    }

    /** A block ends in its last layer. */
    private static Optional<LayerCost> inside(Node block, GraphCost flat) {
        NodeId id = block.id();
        GraphCost body = new GraphCost(
                flat.layers().stream().filter(layer -> layer.node().isIn(id)).toList());
        return body.layers().isEmpty()
                ? Optional.empty()
                : Optional.of(new LayerCost(
                        id,
                        block.layer().type(),
                        body.layers().get(body.layers().size() - 1).output(),
                        body.parameters(),
                        body.multiplyAdds(),
                        body.activationBytes(),
                        body.layers().get(body.layers().size() - 1).field()));
    }
}
