package org.vitrine.exchange.keras;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;

/** Whether weights fit a document on some data, as far as their number tells; the worker compares each shape. */
public final class WeightsFit {
    /** Running averages are no trained parameters. */
    private static final Set<String> UNTRAINED = Set.of("mean", "var");

    private WeightsFit() {}

    /** Names of nodes that have other parameters than there are weights for. */
    public static List<String> misfits(GraphDocument document, DataSpec data, Map<String, Tensor> weights) {
        Map<String, Long> given = new HashMap<>();
        weights.forEach((name, tensor) -> {
            int slash = name.indexOf('/');
            if (!UNTRAINED.contains(name.substring(slash + 1))) {
                given.merge(name.substring(0, slash), (long) tensor.size(), Long::sum);
            }
        });
        GraphAnalysis analysis = GraphAnalyzer.analyze(document.flat(), Optional.of(data));
        Map<String, Long> wanted = new HashMap<>();
        for (Map.Entry<NodeId, GraphAnalysis.NodeShapes> node : analysis.nodes().entrySet()) {
            if (node.getValue().parameters() > 0) {
                wanted.put(node.getKey().value(), node.getValue().parameters());
            }
        }
        Set<String> misfits = new TreeSet<>();
        wanted.forEach((node, count) -> {
            if (!count.equals(given.get(node))) {
                misfits.add(node);
            }
        });
        given.keySet().stream().filter(node -> !wanted.containsKey(node)).forEach(misfits::add);
        return List.copyOf(misfits);
    }
}
