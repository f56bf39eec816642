package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.RunException;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.weights.NetworkWeights;

class NetworkWeightsTest {
    private static final ModelGraph GRAPH =
            Graphs.chain(new Input(), new Dense(3, Activation.TANH), new RegressionOutput(RegressionLoss.MSE));
    private static final DataSpec DATA = new DataSpec(new Flat(2), Target.values(1));

    @TempDir
    Path folder;

    static Stream<LayerCase> cases() {
        return LayerCases.all().filter(layer -> !layer.masked());
    }

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightsOfAllLayersComeBackToTheSameBits(LayerCase layer) throws Exception {
        Network network = LayerNetworks.network(layer, DataType.FLOAT);
        Path file = folder.resolve("weights.npz");
        NetworkWeights.write(file, network, layer.graph());
        Network fresh = Networks.initialised(
                LayerNetworks.compiler(layer.graph(), layer.data(), DataType.FLOAT)
                        .compile(LayerNetworks.rate(0.01)),
                LayerNetworks.objective(layer.graph(), layer.data()));
        NetworkWeights.load(file, fresh, layer.graph());
        assertThat(fresh.params().data().asFloat())
                .isEqualTo(network.params().data().asFloat());
    }

    @Test
    void theDocumentedTableIsThatOfTheEngine() throws Exception {
        String begin = "<!-- made by NetworkWeightsTest: begin -->\n";
        String end = "\n<!-- end -->";
        Path page = Path.of("../../docs/weights.md");
        String text = Files.readString(page);
        int from = text.indexOf(begin) + begin.length();
        String table = WeightTable.markdown();
        assertThat(text.substring(from, text.indexOf(end, from)))
                .as("docs/weights.md should have this table:\n%s", table)
                .isEqualTo(table);
    }

    @Test
    void arraysThatDoNotFitAreNamedWithTheirNodesAndChangeNothing() throws Exception {
        Network network = Networks.initialised(
                LayerNetworks.compiler(GRAPH, DATA, DataType.FLOAT).compile(LayerNetworks.rate(0.01)),
                LayerNetworks.objective(GRAPH, DATA));
        float[] before = network.params().data().asFloat();
        Map<String, Tensor> arrays = new TreeMap<>(NetworkWeights.of(network, GRAPH));
        assertThat(arrays).containsOnlyKeys("Dense1/W", "Dense1/b", "RegressionOutput2/W", "RegressionOutput2/b");
        arrays.replaceAll((name, array) -> Tensor.zeros(array.shape()));
        arrays.remove("Dense1/b");
        arrays.put("Dense1/W", Tensor.zeros(3, 2));
        arrays.put("Dense1/gamma", Tensor.zeros(3));
        arrays.put("Dense9/W", Tensor.zeros(1));
        Path file = folder.resolve("weights.npz");
        Npz.write(file, arrays);
        assertThatThrownBy(() -> NetworkWeights.load(file, network, GRAPH))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("node 'Dense1' takes Dense1/W as [2, 3], but it is [3, 2]")
                .hasMessageContaining("node 'Dense1' misses Dense1/b [3]")
                .hasMessageContaining("node 'Dense1' has no parameter for Dense1/gamma")
                .hasMessageContaining("there is no node 'Dense9'");
        assertThat(network.params().data().asFloat()).isEqualTo(before);
    }
}
