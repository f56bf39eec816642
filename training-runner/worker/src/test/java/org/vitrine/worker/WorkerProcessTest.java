package org.vitrine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.launch.DeviceProbe;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;
import org.vitrine.worker.train.BriefTraining;
import org.vitrine.worker.train.SavedWeights;

class WorkerProcessTest {
    private static final ModelGraph MLP =
            Graphs.chain(new Input(), new Dense(16, Activation.TANH), new ClassificationOutput());

    @TempDir
    Path folder;

    private static GraphDocument iris(int epochs) {
        return new GraphDocument("iris", "", DataReference.of("iris"), MLP, Map.of(), Settings.adam(epochs, 16, 0.02));
    }

    @Test
    void trainsEvaluatesAndExplains() throws Exception {
        WorkerProcesses workers = new WorkerProcesses();
        RunDirectory run = new RunStore(folder).create(iris(40), new Device.Cpu());

        ProcessIdentity process = workers.train(run);
        RunState state = WorkerProcesses.await(run, seen -> seen.status() == RunStatus.FINISHED);
        WorkerProcesses.awaitEnd(process);

        assertThat(state.test().orElseThrow().metric()).isGreaterThan(0.85);
        assertThat(state.deviceName().orElseThrow()).startsWith("CPU, 1 thread, oneDNN");
        assertThat(run.readEvaluation().orElseThrow().outputs()).hasDimensions(30, 3);
        try (SessionClient session = new SessionClient(run, workers.launcher())) {
            SessionEvent.AttributionDone done = session.attribute(
                            new AttributionRequest("integrated-gradients", Part.TEST, 3, null, Map.of()))
                    .get(60, TimeUnit.SECONDS);
            assertThat(done.completenessGap().orElseThrow()).isLessThan(0.01);
            assertThat(done.probabilities()).hasSize(3);
            assertThat(Npy.read(run.path().resolve(done.relevanceFile())).shape())
                    .containsExactly(4);
            assertThat(session.attribute(new AttributionRequest("grad-cam", Part.TEST, 3, null, Map.of())))
                    .failsWithin(60, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("needs a convolution");
        }
    }

    @Test
    void answersAboutNewInputsAsAboutExamples() throws Exception {
        WorkerProcesses workers = new WorkerProcesses();
        RunDirectory run = new RunStore(folder).create(iris(5), new Device.Cpu());
        WorkerProcesses.awaitEnd(workers.train(run));
        Stage raw = DatasetCatalogue.builtIn().raw(DataReference.of("iris")).stage();
        List<Content.ColumnType> columns = ((Content.Cells) raw.content()).columns();
        Value.Cells flower = (Value.Cells) raw.test().example(3).value();
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i).name(), Double.toString(flower.numbers()[i]));
        }
        try (SessionClient session = new SessionClient(run, workers.launcher())) {
            NewInput input = NewInput.cells(cells);
            float[] tested = run.readEvaluation().orElseThrow().outputs()[3];
            List<Double> outputs =
                    session.predict(input).get(60, TimeUnit.SECONDS).outputs();
            for (int i = 0; i < tested.length; i++) {
                assertThat(outputs.get(i)).isCloseTo(tested[i], within(1e-5));
            }
            SessionEvent.AttributionDone example = session.attribute(
                            new AttributionRequest("gradient-x-input", Part.TEST, 3, 1, Map.of()))
                    .get(60, TimeUnit.SECONDS);
            SessionEvent.AttributionDone given = session.attribute(
                            AttributionRequest.of("gradient-x-input", input, 1, Map.of()))
                    .get(60, TimeUnit.SECONDS);
            assertThat(Npy.read(run.path().resolve(given.relevanceFile())))
                    .isEqualTo(Npy.read(run.path().resolve(example.relevanceFile())));
            SessionEvent.Traced traced = session.trace(input).get(60, TimeUnit.SECONDS);
            assertThat(arrays(run, traced.file()))
                    .isEqualTo(arrays(
                            run,
                            session.trace(Part.TEST, 3)
                                    .get(60, TimeUnit.SECONDS)
                                    .file()));
            SessionEvent.StepTried tried = session.tryStep(Part.TRAIN, 0, 8).get(60, TimeUnit.SECONDS);
            arrays(run, traced.weights()).forEach((name, array) -> assertThat(tried(run, tried, "before/" + name))
                    .isEqualTo(array)
                    .isNotEqualTo(tried(run, tried, "after/" + name)));
            assertThat(session.predict(NewInput.text("a flower")))
                    .failsWithin(60, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("takes values");
        }
    }

    private static Map<String, Tensor> arrays(RunDirectory run, String file) throws DatasetException {
        try (Npz npz = Npz.open(run.path().resolve(file))) {
            return npz.readAll();
        }
    }

    private static Tensor tried(RunDirectory run, SessionEvent.StepTried step, String name) {
        try {
            return Objects.requireNonNull(arrays(run, step.file()).get(name), name);
        } catch (DatasetException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aKilledWorkerGoesOnFromItsCheckpointBitByBit() throws Exception {
        WorkerProcesses workers = new WorkerProcesses();
        GraphDocument document = iris(500);
        RunDirectory run = new RunStore(folder).create(document, new Device.Cpu());

        ProcessIdentity first = workers.train(run);
        RunState saved =
                WorkerProcesses.await(run, seen -> seen.lastCheckpoint().isPresent());
        first.handle().orElseThrow().destroyForcibly();
        WorkerProcesses.awaitEnd(first);
        assertThat(run.readState().status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.readState().isResumable()).isTrue();

        WorkerProcesses.awaitEnd(workers.train(run));

        RunState state = run.readState();
        assertThat(state.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(state.started().orElseThrow().firstIteration())
                .isGreaterThan(saved.lastCheckpoint().orElseThrow().iteration());
        Dataset data = Examples.load("iris", Map.of());
        float[] resumed = SavedWeights.load(run, document, data, note -> {})
                .params()
                .data()
                .asFloat();
        assertThat(BriefTraining.train(MLP, data, document.training(), folder.resolve("whole"))
                        .params()
                        .data()
                        .asFloat())
                .containsExactly(resumed);
    }

    @Test
    void aFailureIsOneEventInWords() throws Exception {
        GraphDocument missing = new GraphDocument(
                "csv",
                "",
                new DataReference("csv", Map.of("file", folder.resolve("no.csv").toString())),
                MLP,
                Map.of(),
                Settings.adam(1, 16, 0.02));
        RunDirectory run = new RunStore(folder).create(missing, new Device.Cpu());

        assertThat(WorkerMain.run(new WorkerTask.Train(run, new Device.Cpu()).toArguments()))
                .isEqualTo(1);

        RunState state = run.readState();
        assertThat(state.status()).isEqualTo(RunStatus.FAILED);
        assertThat(state.failure().orElseThrow().what()).contains("no.csv");
    }

    @Test
    void anUnwritableRunLeavesItReadable() throws Exception {
        RunDirectory run = new RunStore(folder).create(iris(2), new Device.Cpu());
        Files.delete(run.checkpoints());
        Files.writeString(run.checkpoints(), "a file where the folder should be");

        assertThat(WorkerMain.run(new WorkerTask.Train(run, new Device.Cpu()).toArguments()))
                .isEqualTo(1);

        RunState state = run.readState();
        assertThat(state.failure().orElseThrow().what()).contains("Checkpoint can not be written");
        assertThat(state.lastEpoch().orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskUnderTheEventsEndsTheWorker() throws Exception {
        RunDirectory run = new RunStore(folder).create(iris(2), new Device.Cpu());
        Files.delete(run.eventsFile());
        Files.createSymbolicLink(run.eventsFile(), Path.of("/dev/full"));

        assertThat(WorkerMain.run(new WorkerTask.Train(run, new Device.Cpu()).toArguments()))
                .isEqualTo(3);
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThat(WorkerMain.run(List.of("dance"))).isEqualTo(2);
    }

    @Test
    void describesTheDevices() throws Exception {
        List<RunEvent.DeviceFound> devices = new DeviceProbe(new WorkerProcesses().launcher()).probe();

        assertThat(devices).hasSizeGreaterThanOrEqualTo(2);
        assertThat(devices.get(0).usable()).isTrue();
        assertThat(devices.get(0).name()).startsWith("CPU").contains("oneDNN");
        assertThat(devices).filteredOn(device -> !device.usable()).allSatisfy(device -> assertThat(device.whyNot())
                .isNotBlank());
    }
}
