package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.schedule.RunControl;
import org.vitrine.runs.store.GivenWeights;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;

class GivenWeightsTest {
    @TempDir
    Path folder;

    private final GraphDocument document = new GraphDocument(
            "plane",
            "",
            DataReference.of("plane"),
            Graphs.chain(new Input(), new Dense(4, Activation.TANH), new RegressionOutput(RegressionLoss.MSE)),
            Map.of(),
            Parameters.with(Settings.adam(1, 16, 0.05), "epochs", 1));
    private RunStore store = new RunStore(Path.of("unused"));

    @BeforeEach
    void makeStore() {
        store = new RunStore(folder.resolve("runs"));
    }

    private static RunState train(RunDirectory run) throws Exception {
        try (EventWriter events = new EventWriter(run.eventsFile())) {
            new TrainingJob(run, new Device.Cpu(), (a, b, c, d) -> TrainingWatch.NONE, events::write, () -> {}).run();
        }
        return run.readState();
    }

    private Map<String, Tensor> exported(RunDirectory run, String name) throws Exception {
        Path file = folder.resolve(name);
        new WeightsJob(new WorkerTask.Weights(run, folder, file), event -> {}).run();
        try (Npz npz = Npz.open(file)) {
            return npz.readAll();
        }
    }

    @Test
    void weightsOfOneRunAreTestedAndTrainedOnInAnother() throws Exception {
        RunDirectory first = store.create(document, new Device.Cpu());
        RunEvent.TestEvaluated tested = train(first).test().orElseThrow();
        Map<String, Tensor> weights = exported(first, "first.npz");

        RunDirectory adopted = store.createFrom(document, new Device.Cpu(), weights, "another tool", false);
        RunState state = train(adopted);
        assertThat(state.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(state.iterationsDone()).isZero();
        assertThat(state.test().orElseThrow()).isEqualTo(tested);
        assertThat(state.lastCheckpoint().orElseThrow().iteration()).isZero();
        assertThat(adopted.readRecord().weights())
                .extracting(GivenWeights::source)
                .isEqualTo("another tool");
        assertThat(exported(adopted, "adopted.npz")).isEqualTo(weights);

        new RunControl(store, () -> {}).trainMore(adopted, 2);
        RunState more = train(adopted);
        assertThat(more.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(more.lastEpoch().orElseThrow().epoch()).isEqualTo(2);
        assertThat(exported(adopted, "more.npz")).isNotEqualTo(weights);

        // A run that goes on from the same weights at once makes the same steps.
        RunDirectory onward = store.createFrom(
                document.withTraining(Parameters.with(document.training(), "epochs", 2)),
                new Device.Cpu(),
                weights,
                "another tool",
                true);
        train(onward);
        assertThat(exported(onward, "onward.npz")).isEqualTo(exported(adopted, "more.npz"));
    }

    @Test
    void weightsThatDoNotFitStopTheRunBeforeItTrains() throws Exception {
        Map<String, Tensor> weights = new TreeMap<>(Map.of("Dense1/W", Tensor.zeros(7, 4)));
        RunDirectory run = store.createFrom(document, new Device.Cpu(), weights, "another tool", true);
        assertThatThrownBy(() -> train(run))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("node 'Dense1' takes Dense1/W as [2, 4], but it is [7, 4]");
        assertThat(run.readState().lastIteration()).isEmpty();
    }
}
