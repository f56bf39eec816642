package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.weights.NetworkWeights;

class TracesTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    private record Opened(Traces traces, Network network, ModelGraph graph, Dataset data) {}

    private Opened open(String name, ModelGraph graph, TrainingSettings settings) throws Exception {
        Dataset data = Examples.load(name, Map.of());
        Network network = Networks.forTraining(graph, data, settings, 1);
        GraphDocument document = DocumentJson.read(Path.of("../../examples/linear-plane.vitrine"))
                .withGraph(graph, Map.of())
                .withTraining(settings);
        Traces traces = new Traces(new AnswerFiles(new RunDirectory(folder), "session-1"), data, document, network);
        return new Opened(traces, network, graph, data);
    }

    private Map<String, Tensor> read(String file) throws Exception {
        try (Npz npz = Npz.open(folder.resolve(file))) {
            return npz.readAll();
        }
    }

    private static Tensor of(Map<String, Tensor> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    @Test
    void whatLeavesEachNodeIsToldWithTheParameters() throws Exception {
        Opened opened = open("sentiment-sentences", Models.bidirectional(), Settings.adam(1, 32, 0.01));
        SessionEvent.Traced answer = opened.traces().trace(new WorkerCommand.Trace("1", Part.TEST, 4, null));
        Map<String, Tensor> values = read(answer.file());
        Batch batch = opened.data().test().example(4);
        opened.graph().nodes().forEach(node -> assertThat(of(values, node.id().value()))
                .isEqualTo(
                        opened.graph().inputsOf(node.id()).isEmpty()
                                ? batch.inputs().row(0)
                                : opened.network()
                                        .activation(batch, node.id().value())
                                        .row(0)));
        assertThat(of(values, "input/mask"))
                .isEqualTo(Objects.requireNonNull(batch.mask()).row(0));
        assertThat(read(answer.weights())).isEqualTo(NetworkWeights.of(opened.network(), opened.graph()));
        SessionEvent.Traced next = opened.traces().trace(new WorkerCommand.Trace("2", Part.TEST, 5, null));
        assertThat(next.weights()).isEqualTo(answer.weights());
        assertThat(next.file()).isNotEqualTo(answer.file());
    }

    /** Gradient descent takes the gradient times the rate; the running averages of batch normalisation just move. */
    @Test
    void aStepIsTriedAndTheModelStaysAsItIs() throws Exception {
        Opened opened = open("digits", Models.cnn(), Settings.of(Updater.SGD, 1, 4, 0.01));
        Map<String, Tensor> weights = NetworkWeights.of(opened.network(), opened.graph());
        SessionEvent.StepTried answer = opened.traces().tryStep(new WorkerCommand.TryStep("1", Part.TRAIN, 8, 16));
        Map<String, Tensor> found = read(answer.file());
        assertThat(NetworkWeights.of(opened.network(), opened.graph())).isEqualTo(weights);
        assertThat(found).hasSize(3 * weights.size());
        assertThat(answer.examples()).isEqualTo(16);
        assertThat(answer.learningRate()).isEqualTo(0.01);
        assertThat(answer.lossAfter()).isLessThan(answer.lossBefore());
        double change = 0;
        for (String name : weights.keySet()) {
            float[] before = of(found, "before/" + name).values();
            float[] gradient = of(found, "gradient/" + name).values();
            float[] after = of(found, "after/" + name).values();
            assertThat(before).isEqualTo(of(weights, name).values());
            double rate = name.endsWith("/mean") || name.endsWith("/var") ? 1 : 0.01;
            for (int i = 0; i < before.length; i++) {
                assertThat((double) after[i]).isCloseTo(before[i] - rate * gradient[i], within(1e-6));
                change = Math.max(change, Math.abs(after[i] - before[i]));
            }
        }
        assertThat(change).isGreaterThan(1e-4);
    }

    @Test
    void examplesThatAreNotThereAreRefused() throws Exception {
        Opened opened = open("digits", Models.cnn(), Settings.adam(1, 32, 0.01));
        assertThatThrownBy(() -> opened.traces().trace(new WorkerCommand.Trace("1", Part.TEST, -1, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the part has");
        assertThatThrownBy(() -> opened.traces().tryStep(new WorkerCommand.TryStep("1", Part.TEST, 0, 100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 99999");
    }
}
