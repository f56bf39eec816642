package org.vitrine.worker.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.weights.NetworkWeights;

/** The table of docs/weights.md: parameters of each layer on its first example of each kind of input. */
final class WeightTable {
    private WeightTable() {}

    static String markdown() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (LayerSpec spec : LayerCases.specs()) {
            for (LayerCase layer : LayerCase.of(spec)) {
                if (!layer.masked()) {
                    String arrays = arrays(layer);
                    if (!arrays.isEmpty()) {
                        rows.computeIfAbsent(spec.type(), type -> new ArrayList<>())
                                .add("| " + settings(spec) + " | "
                                        + layer.input().text() + " | " + arrays + " |");
                    }
                }
            }
        }
        return "| Layer | Input | Arrays |\n|---|---|---|\n"
                + rows.values().stream()
                        .flatMap(of -> of.stream().limit(3))
                        .distinct()
                        .collect(Collectors.joining("\n"));
    }

    private static String settings(LayerSpec spec) {
        return "`" + spec + "`";
    }

    private static String arrays(LayerCase layer) {
        Network network = LayerNetworks.network(layer, DataType.FLOAT);
        return NetworkWeights.of(network, layer.graph()).entrySet().stream()
                .filter(array -> array.getKey().startsWith(LayerCase.SUBJECT + "/"))
                .map(array -> "`" + array.getKey().substring(LayerCase.SUBJECT.length() + 1) + "` "
                        + Arrays.toString(array.getValue().shape()))
                .collect(Collectors.joining(", "));
    }
}
