package org.vitrine.worker.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.event.RunEvent.LayerTime;
import org.vitrine.worker.network.PassTimer.VertexTime;

/** Times of vertices as times of the nodes that they were compiled from. */
final class LayerTimes {
    private LayerTimes() {}

    static List<LayerTime> of(ModelGraph graph, List<VertexTime> vertices) {
        Set<String> nodes =
                graph.nodes().stream().map(node -> node.id().value()).collect(Collectors.toSet());
        Map<String, LayerTime> times = new LinkedHashMap<>();
        for (VertexTime vertex : vertices) {
            String node = node(vertex.vertex(), nodes);
            times.merge(
                    node,
                    new LayerTime(node, vertex.forwardSeconds(), vertex.backwardSeconds()),
                    (a, b) -> new LayerTime(
                            node, a.forwardSeconds() + b.forwardSeconds(), a.backwardSeconds() + b.backwardSeconds()));
        }
        return new ArrayList<>(times.values());
    }

    /** The compiler makes several vertices of some nodes, called by the node's name, a dot and their part. */
    private static String node(String vertex, Set<String> nodes) {
        int dot = vertex.lastIndexOf('.');
        return nodes.contains(vertex) || dot < 0 ? vertex : vertex.substring(0, dot);
    }
}
