package org.vitrine.packaging.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.TrainingStarted;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.forecast.CalibrationCache;
import org.vitrine.runs.forecast.Calibrator;
import org.vitrine.runs.forecast.Forecast;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

/**
 * Calibrates six examples, trains them, and compares: profile forecast. Calibrations and runs take turns, so that both meet
 * the same machine, and medians are compared. What else the machine does moves times by the clock, so processor time may
 * witness for them.
 */
@EnabledIfSystemProperty(named = "vitrine.test.forecast", matches = "true")
class ForecastsComeTrueTest {
    private static final int ROUNDS = 3;
    private static final double MEMORY = 0.15;
    private static final double TIME = 0.25;
    private static final double RUN_SECONDS = 10;
    private static final int LEAST_EPOCHS = 4;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** Those among the examples are over in milliseconds: their epochs are mostly Java that compiles itself. */
    private static final String PERCEPTRON = "mlp-mnist";

    private static final List<String> EXAMPLES = List.of(
            PERCEPTRON, "lenet-mnist", "cnn-fashion", "lstm-next-character", "transformer-sentiment", "vae-mnist");

    @TempDir
    Path folder;

    private record Round(Calibrated calibrated, Real real) {}

    /** What a run took: parameters, peak of its memory, and an epoch by the clock and by the processor. */
    private record Real(
            long parameters,
            int iterationsPerEpoch,
            long peakBytes,
            double epochSeconds,
            double epochProcessorSeconds) {}

    private record Row(
            String example,
            boolean parameters,
            long parameterCount,
            double memory,
            double memoryReal,
            double epoch,
            double epochReal,
            double processor,
            double processorReal) {
        double memoryError() {
            return memory / memoryReal - 1;
        }

        double epochError() {
            return epoch / epochReal - 1;
        }

        double processorError() {
            return processor / processorReal - 1;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d %s | %.0f | %.0f | %+.0f %% | %.2f | %.2f | %+.0f %% | %.2f | %.2f | %+.0f %% |",
                    example,
                    parameterCount,
                    parameters ? "=" : "WRONG",
                    memory / (1 << 20),
                    memoryReal / (1 << 20),
                    100 * memoryError(),
                    epoch,
                    epochReal,
                    100 * epochError(),
                    processor,
                    processorReal,
                    100 * processorError());
        }
    }

    @Test
    void sixGraphsTakeWhatWasForecast() throws Exception {
        WorkerLauncher launcher = new WorkerLauncher(
                WorkerInstallation.locate(),
                WorkerSettings.DEFAULT,
                Path.of("target", "native").toAbsolutePath());
        List<Row> rows = new ArrayList<>();
        for (String example : EXAMPLES) {
            GraphDocument document = document(example);
            List<Round> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                Calibrated found = new Calibrator(launcher, new CalibrationCache(folder.resolve("c" + round)))
                        .measure(document, new Device.Cpu(), advanced -> {});
                rounds.add(new Round(found, train(launcher, document, found)));
            }
            rows.add(row(example, rounds));
        }
        StringBuilder table =
                new StringBuilder("| Graph | Parameters | Memory MB | real | error | Epoch s | real | error"
                        + " | Processor s | real | error |\n|" + "---|".repeat(11) + "\n");
        rows.forEach(row -> table.append(row).append('\n'));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "forecasts.md"), table, StandardCharsets.UTF_8);
        assertThat(rows).as("%s", table).allSatisfy(row -> {
            assertThat(row.parameters()).isTrue();
            assertThat(Math.abs(row.memoryError())).isLessThan(MEMORY);
            assertThat(Math.min(Math.abs(row.epochError()), Math.abs(row.processorError())))
                    .isLessThan(TIME);
        });
    }

    private static GraphDocument document(String example) throws IOException {
        boolean perceptron = example.equals(PERCEPTRON);
        GraphDocument document = DocumentJson.read(
                ROOT.resolve("examples").resolve((perceptron ? "lenet-mnist" : example) + ".vitrine"));
        return perceptron ? document.withGraph(perceptron(), Map.of()) : document;
    }

    private static ModelGraph perceptron() {
        List<LayerSpec> layers = List.of(
                new Input(),
                new Flatten(),
                new Dense(512, Activation.RELU),
                new Dense(256, Activation.RELU),
                new ClassificationOutput());
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (LayerSpec layer : layers) {
            Node node = new Node(new NodeId("n" + nodes.size()), layer);
            if (!nodes.isEmpty()) {
                edges.add(new Edge(nodes.get(nodes.size() - 1).id(), node.id(), 0));
            }
            nodes.add(node);
        }
        return new ModelGraph(nodes, edges);
    }

    private static Row row(String example, List<Round> rounds) {
        boolean parameters = rounds.stream()
                .allMatch(
                        round -> round.calibrated().parameters() == round.real().parameters()
                                && round.calibrated().iterationsPerEpoch()
                                        == round.real().iterationsPerEpoch());
        return new Row(
                example,
                parameters,
                rounds.get(0).calibrated().parameters(),
                median(rounds, round -> round.calibrated().peakBytes()),
                median(rounds, round -> round.real().peakBytes()),
                median(rounds, round -> Forecast.measured(round.calibrated(), 1).epochSeconds()),
                median(rounds, round -> round.real().epochSeconds()),
                median(rounds, ForecastsComeTrueTest::processorSeconds),
                median(rounds, round -> round.real().epochProcessorSeconds()));
    }

    /** Of an epoch; validation keeps the processor as busy as training does. */
    private static double processorSeconds(Round round) {
        Calibrated found = round.calibrated();
        double steps = (double) found.trainExamples() / found.batchSize();
        double busy = found.stepProcessorSeconds() / found.stepSeconds();
        return steps * found.stepProcessorSeconds() + busy * found.validationSeconds();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return median(rounds.stream().mapToDouble(value).toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private Real train(WorkerLauncher launcher, GraphDocument document, Calibrated found) throws Exception {
        double epoch = Forecast.measured(found, 1).epochSeconds();
        // Of what is over in milliseconds the example trains many epochs, and Java goes on to compile itself.
        int epochs =
                Math.max(LEAST_EPOCHS, Math.min(document.training().epochs(), (int) Math.ceil(RUN_SECONDS / epoch)));
        RunDirectory run = new RunStore(folder.resolve("runs"))
                .create(
                        document.withTraining(
                                Parameters.with(Parameters.with(document.training(), "epochs", epochs), "patience", 0)),
                        new Device.Cpu());
        ProcessIdentity worker = launcher.launch(new WorkerTask.Train(run, new Device.Cpu()), found.threads());
        EventFollower events = EventFollower.summaryOf(run.eventsFile());
        List<double[]> marks = new ArrayList<>();
        TrainingStarted started = null;
        long peak = 0;
        boolean alive = true;
        while (alive) {
            alive = worker.isAlive();
            double processor = alive ? processorSeconds(worker.pid()) : 0;
            peak = Math.max(peak, alive ? peakBytes(worker.pid()) : 0);
            for (TimedEvent event : events.poll()) {
                if (event.event() instanceof TrainingStarted now) {
                    started = now;
                } else if (event.event() instanceof EpochDone) {
                    marks.add(new double[] {event.at().toEpochMilli() / 1e3, processor});
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        if (started == null || marks.size() < epochs) {
            throw new AssertionError(Files.readString(run.logFile()));
        }
        // The first half warms up: Java still compiles itself.
        int from = epochs / 2 - 1;
        int count = epochs - 1 - from;
        double[] last = marks.get(epochs - 1);
        double[] first = marks.get(from);
        double[] each = new double[count];
        for (int i = 0; i < count; i++) {
            each[i] = marks.get(from + i + 1)[0] - marks.get(from + i)[0];
        }
        // Of many short epochs some wait for the disk.
        double seconds = count < 20 ? median(each) : (last[0] - first[0]) / count;
        return new Real(
                started.parameters(), started.iterationsPerEpoch(), peak, seconds, (last[1] - first[1]) / count);
    }

    private static long peakBytes(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** Fields 14 and 15 of its state, in hundredths. */
    private static double processorSeconds(long pid) {
        List<String> state = lines(Path.of("/proc", Long.toString(pid), "stat"));
        if (state.isEmpty()) {
            return 0;
        }
        String[] fields =
                state.get(0).substring(state.get(0).lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    /** None if the process is gone. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
