package org.vitrine.graph.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;

/**
 * What a graph costs, for one example.
 *
 * @param layers whose shapes are known, in topological order
 */
public record GraphCost(List<LayerCost> layers) {
    public static final GraphCost NONE = new GraphCost(List.of());

    public GraphCost {
        layers = List.copyOf(layers);
    }

    /** The cost of a flat graph; nodes without a known shape are left out. */
    public static GraphCost of(ModelGraph graph, GraphAnalysis analysis, DataSpec data) {
        Map<NodeId, List<NodeId>> sources = new HashMap<>();
        for (Edge edge : graph.edges().stream()
                .sorted(java.util.Comparator.comparingInt(Edge::port))
                .toList()) {
            sources.computeIfAbsent(edge.to(), any -> new ArrayList<>()).add(edge.from());
        }
        Map<NodeId, Optional<ReceptiveField>> fields = new HashMap<>();
        List<LayerCost> layers = new ArrayList<>();
        for (Node node : graph.topologicalOrder()) {
            NodeShapes shapes = analysis.nodes().get(node.id());
            if (shapes == null) {
                continue;
            }
            List<Optional<ReceptiveField>> before = sources.getOrDefault(node.id(), List.of()).stream()
                    .map(source -> Objects.requireNonNull(fields.getOrDefault(source, Optional.empty())))
                    .toList();
            Optional<ReceptiveField> field = node.layer().accept(new FieldOfView(shapes, before));
            fields.put(node.id(), field);
            layers.add(new LayerCost(
                    node.id(),
                    node.layer().type(),
                    shapes.output(),
                    shapes.parameters(),
                    node.layer().accept(new MultiplyAdds(shapes, data)),
                    Float.BYTES * node.layer().accept(new HeldValues(shapes)),
                    field));
        }
        return new GraphCost(layers);
    }

    public Optional<LayerCost> layer(NodeId node) {
        return layers.stream().filter(layer -> layer.node().equals(node)).findFirst();
    }

    public long parameters() {
        return layers.stream().mapToLong(LayerCost::parameters).sum();
    }

    public long multiplyAdds() {
        return layers.stream().mapToLong(LayerCost::multiplyAdds).sum();
    }

    public long activationBytes() {
        return layers.stream().mapToLong(LayerCost::activationBytes).sum();
    }
}
