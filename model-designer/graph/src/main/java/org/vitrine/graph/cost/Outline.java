package org.vitrine.graph.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.model.Expansion;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;

/**
 * What a document costs, as it stands on the canvas: what is inside of a block is summed up at the block.
 *
 * @param flat the costs of the layers that compute
 * @param nodes the costs of the nodes that are shown, in topological order
 * @param places the shown node that each layer of the flat graph is, or is inside of; layers that are not shown have none
 */
public record Outline(GraphCost flat, GraphCost nodes, Map<NodeId, NodeId> places) {
    public Outline {
        places = Map.copyOf(places);
    }

    /**
     * The costs of a document on its data, as it is shown.
     *
     * @param block whose body is shown; empty for the document itself
     */
    public static Outline of(GraphDocument document, DataSpec data, Optional<NodeId> block) {
        GraphDocument expanded = document.flat();
        GraphAnalysis analysis = GraphAnalyzer.analyze(expanded, Optional.of(data));
        GraphCost flat = GraphCost.of(expanded.graph(), analysis, data);
        Map<NodeId, NodeId> origins = Expansion.of(document).origins();
        Map<NodeId, NodeId> places = new HashMap<>();
        Map<NodeId, List<LayerCost>> layers = new HashMap<>();
        for (LayerCost layer : flat.layers()) {
            NodeId origin = origins.getOrDefault(layer.node(), layer.node());
            if (block.isEmpty() || origin.isIn(block.get())) {
                NodeId place = block.map(origin::from).orElse(origin).head();
                places.put(layer.node(), place);
                layers.computeIfAbsent(place, any -> new ArrayList<>()).add(layer);
            }
        }
        ModelGraph shown = block.map(document::inside).orElse(document).graph();
        List<LayerCost> nodes = new ArrayList<>();
        for (Node node : shown.topologicalOrder()) {
            if (layers.containsKey(node.id())) {
                nodes.add(sum(node, new GraphCost(layers.getOrDefault(node.id(), List.of()))));
            }
        }
        return new Outline(flat, new GraphCost(nodes), places);
    }

    /** A block ends in its last layer. */
    private static LayerCost sum(Node node, GraphCost layers) {
        LayerCost last = layers.layers().get(layers.layers().size() - 1);
        return new LayerCost(
                node.id(),
                node.layer().type(),
                last.output(),
                layers.parameters(),
                layers.multiplyAdds(),
                layers.activationBytes(),
                last.field());
    }
}
