package org.vitrine.packaging.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.charts.curves.LineFigure;
import org.vitrine.charts.render.Curve;
import org.vitrine.charts.render.Points;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.Theme;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.command.CommandWriter;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.Rates;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

/** Trains the examples for {@code vitrine.test.soak} iterations and draws their memory into docs/images: profile soak. */
@EnabledIfSystemProperty(named = "vitrine.test.soak", matches = "[1-9][0-9]*")
class WorkerMemoryTest {
    private static final int ITERATIONS = Integer.getInteger("vitrine.test.soak", 0);
    /** The first validation belongs to it, which takes arrays of its own: LeNet's is at iteration 938 of 2,000. */
    private static final double WARM_UP = 0.5;

    private static final double GROWTH = 1.05;
    private static final double MEGABYTE = 1 << 20;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "MLP, mlp-spirals",
        "CNN, lenet-mnist",
        "RNN, bilstm-sentiment",
        "Transformer, transformer-token-order",
    })
    void memoryStaysLevel(String family, String example) throws Exception {
        GraphDocument document = DocumentJson.read(ROOT.resolve("examples").resolve(example + ".vitrine"));
        RunDirectory run = new RunStore(folder)
                .create(
                        document.withTraining(Parameters.with(document.training(), "epochs", ITERATIONS)),
                        new Device.Cpu());
        run.writeRecord(run.readRecord().withRates(new Rates(0, 1e9)));
        WorkerLauncher launcher = new WorkerLauncher(
                WorkerInstallation.locate(),
                WorkerSettings.DEFAULT,
                Path.of("target", "native").toAbsolutePath());

        ProcessIdentity worker = launcher.launch(new WorkerTask.Train(run, new Device.Cpu()));
        List<IterationDone> history = follow(run, worker);

        double[] iterations =
                history.stream().mapToDouble(IterationDone::iteration).toArray();
        double[] process = megabytes(history, IterationDone::nativeBytes);
        double[] heap = megabytes(history, IterationDone::heapBytes);
        LineFigure figure = LineFigure.whole(
                "Iteration",
                "MB",
                false,
                List.of(
                        new Curve("process, resident", Points.of(iterations, process), 5, false),
                        new Curve("Java heap in use", Points.of(iterations, heap), 2, false)));
        new Print(family + " (" + example + "): memory of the worker", 450, 210, Theme.WHITE, figure)
                .write(
                        ROOT.resolve("docs/images/memory-" + family.toLowerCase(java.util.Locale.ROOT) + ".png"),
                        PictureFormat.PNG,
                        2);
        int warm = (int) (history.size() * WARM_UP);
        assertThat(most(process, warm, process.length)).isLessThan(GROWTH * most(process, 0, warm));
        assertThat(most(heap, warm, heap.length)).isLessThan(GROWTH * most(heap, 0, warm));
    }

    private static List<IterationDone> follow(RunDirectory run, ProcessIdentity worker) throws Exception {
        EventFollower events = EventFollower.of(run.eventsFile());
        List<IterationDone> history = new ArrayList<>();
        boolean alive = true;
        while (alive && history.size() < ITERATIONS) {
            alive = worker.isAlive();
            for (TimedEvent event : events.poll()) {
                if (event.event() instanceof IterationDone done) {
                    history.add(done);
                }
            }
            if (worker.handle().isPresent()) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        try (CommandWriter commands = new CommandWriter(run.commandsFile())) {
            commands.write(new WorkerCommand.Stop());
        }
        if (worker.handle().isPresent()) {
            worker.handle().get().onExit().get(5, TimeUnit.MINUTES);
        }
        assertThat(history).as(Files.readString(run.logFile())).hasSizeGreaterThanOrEqualTo(ITERATIONS);
        return history.subList(0, ITERATIONS);
    }

    private static double[] megabytes(List<IterationDone> history, ToDoubleFunction<IterationDone> bytes) {
        return history.stream()
                .mapToDouble(done -> bytes.applyAsDouble(done) / MEGABYTE)
                .toArray();
    }

    private static double most(double[] values, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, values[i]);
        }
        return most;
    }
}
