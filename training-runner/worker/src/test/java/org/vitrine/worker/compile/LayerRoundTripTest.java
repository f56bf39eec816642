package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.datasets.Batch;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.train.CheckpointCopies;

/** What every layer must keep when it is written, read again, and computed in another precision. */
class LayerRoundTripTest {
    static Stream<LayerCase> cases() {
        return LayerCases.all();
    }

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void documentsAndConfigurationsComeBackToTheSameBits(LayerCase layer) throws Exception {
        Network network = LayerNetworks.network(layer, DataType.FLOAT);
        double[] outputs = network.outputs(layer.batch());
        GraphDocument document =
                new GraphDocument("t", "", DataReference.of("d"), layer.graph(), Map.of(), TrainingSettings.DEFAULT);
        ModelGraph graph = DocumentJson.read(DocumentJson.write(document)).graph();
        assertThat(graph).isEqualTo(layer.graph());
        assertThat(LayerNetworks.network(layer, graph, DataType.FLOAT).outputs(layer.batch()))
                .isEqualTo(outputs);

        ComputationGraphConfiguration configuration = ComputationGraphConfiguration.fromJson(
                network.getConfiguration().toJson());
        assertThat(configuration).isEqualTo(network.getConfiguration());
        Network restored = Networks.initialised(
                new CompiledGraph(configuration, layer.input(), 0, List.of(), List.of()), network.objective());
        restored.params().assign(network.params());
        assertThat(restored.outputs(layer.batch())).isEqualTo(outputs);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void checkpointsGoOnToTheSameBits(LayerCase layer, @TempDir Path folder) {
        Network network = LayerNetworks.network(layer, DataType.FLOAT);
        LayerNetworks.loss(network, layer.batch());
        network.update(0, 0);
        Network restored = LayerNetworks.network(layer, DataType.FLOAT);
        restored.restore(CheckpointCopies.throughFile(network, folder.resolve("checkpoint.zip")));
        assertThat(restored.outputs(layer.batch())).isEqualTo(network.outputs(layer.batch()));
        for (Network each : List.of(network, restored)) {
            LayerNetworks.loss(each, layer.batch());
            each.update(1, 0);
        }
        assertThat(restored.params().data().asFloat())
                .isEqualTo(network.params().data().asFloat());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void singlePrecisionWithHelpersAgreesWithDouble(LayerCase layer) {
        Network exact = LayerNetworks.network(layer, DataType.DOUBLE);
        Network single = LayerNetworks.network(layer, DataType.FLOAT);
        single.params().assign(exact.params());
        Batch batch = layer.batch();
        assertThat(single.outputs(batch)).containsExactly(exact.outputs(batch), within(1e-4));
        // Random numbers are not the same ones in both precisions.
        if (LayerNetworks.dropout(layer.spec()).isEmpty() && !(layer.spec() instanceof Sampling)) {
            assertThat(LayerNetworks.loss(single, batch)).isCloseTo(LayerNetworks.loss(exact, batch), within(1e-4));
            assertThat(single.getFlattenedGradients().data().asDouble())
                    .containsExactly(exact.getFlattenedGradients().data().asDouble(), within(1e-4));
        }
    }
}
