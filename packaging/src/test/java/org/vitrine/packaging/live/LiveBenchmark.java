package org.vitrine.packaging.live;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.vitrine.app.explain.live.LiveView;
import org.vitrine.app.explain.live.LiveViewModel;
import org.vitrine.app.explain.live.SessionViewer;
import org.vitrine.app.settings.Theme;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

/**
 * Draws digits on the page Live of a trained LeNet, whose worker is a process of its own, and measures from each movement of the pen
 * to the map that tells of it. Prints tables in Markdown. See the profile {@code live-benchmark}.
 */
public final class LiveBenchmark {
    private static final int WARM_UP = 200;
    private static final int STROKES = 600;
    /** As mice move: 50 times a second. */
    private static final long PERIOD_MILLIS = 20;

    private static final int OF_A_STROKE = 25;
    private static final int OF_A_DIGIT = 50;
    private static final double IDLE_SECONDS = 4;
    private static final String WINDOW = "JavaFX Application Thread";
    private static final String PAINT = "QuantumRenderer";

    /** When one movement was shown, and what happened to the answer that showed it. */
    private record Shown(double total, double nextFrame, WatchedViewer.Trip trip, long taken, long drawn) {}

    private final PrintStream out;
    private final List<Shown> shown = new ArrayList<>();
    private final List<Long> moved = new ArrayList<>();
    private final AtomicInteger strokes = new AtomicInteger();
    private int told;
    private int answers;
    private long taken;

    private LiveBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("live-benchmark");
        new LiveBenchmark(System.out).run(folder);
        System.exit(0);
    }

    private void run(Path folder) throws Exception {
        Path root = Path.of(System.getProperty("vitrine.root", "..")).toAbsolutePath();
        GraphDocument document = DocumentJson.read(root.resolve("examples/lenet-mnist.vitrine"));
        RunDirectory run = new RunStore(folder)
                .create(document.withTraining(Parameters.with(document.training(), "epochs", 2)), new Device.Cpu());
        WorkerLauncher launcher = new WorkerLauncher(WorkerInstallation.locate(), WorkerSettings.DEFAULT);
        ProcessIdentity worker = launcher.launch(new WorkerTask.Train(run, new Device.Cpu()));
        if (worker.handle().isPresent()) {
            worker.handle().get().onExit().get(10, TimeUnit.MINUTES);
        }
        Dataset data = run.loadData(DatasetCatalogue.builtIn());
        out.printf(
                Locale.ROOT,
                "LeNet 28\u00d728, %s; load average %.1f on %d cores%n",
                run.readState()
                        .test()
                        .map(test -> String.format(Locale.ROOT, "accuracy %.3f", test.metric()))
                        .orElse("not tested"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try (SessionClient session = new SessionClient(run, launcher)) {
            WatchedViewer viewer = new WatchedViewer(
                    new SessionViewer(session, run.path(), document.flat().graph(), workers), strokes::get);
            LiveViewModel model = new LiveViewModel(new Background(workers, LiveBenchmark::onFx));
            Node paper = open(model, data, viewer);
            draw(paper, WARM_UP);
            settle(model);
            fx(this::forget);
            double before = processorSeconds();
            double worked = workerSeconds();
            double window = threadMillis(WINDOW);
            double paint = threadMillis(PAINT);
            long began = System.nanoTime();
            draw(paper, STROKES);
            settle(model);
            double seconds = (System.nanoTime() - began) / 1e9;
            double used = processorSeconds() - before;
            print(used / seconds);
            printProcessor(
                    threadMillis(WINDOW) - window,
                    threadMillis(PAINT) - paint,
                    1000 * used,
                    1000 * (workerSeconds() - worked));
            idle();
        }
        workers.shutdown();
    }

    private static void onFx(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    private static void fx(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    private Node open(LiveViewModel model, Dataset data, WatchedViewer viewer) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Scene[] scene = new Scene[1];
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            LiveView view = new LiveView(model, (panel, format) -> {});
            scene[0] = new Scene(view, 1280, 760);
            scene[0].getStylesheets()
                    .add(Objects.requireNonNull(LiveView.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            Stage stage = new Stage();
            stage.setScene(scene[0]);
            stage.show();
            model.answered().subscribe(now -> taken = System.nanoTime());
            model.latency().subscribe(now -> now.ifPresent(millis -> painted(model, viewer)));
            model.show(new LiveViewModel.Model(data, data.targetNames(), true, Optional.empty()), viewer);
        });
        viewer.ready().get(2, TimeUnit.MINUTES);
        Node[] paper = new Node[1];
        while (paper[0] == null) {
            fx(() -> paper[0] = scene[0].lookup("#live-paper"));
        }
        return paper[0];
    }

    /** Moves the pen along digits: round ones and straight ones in turns. */
    private void draw(Node paper, int count) throws InterruptedException {
        long next = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int place = i;
            next += PERIOD_MILLIS * 1_000_000;
            long wait = next - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            fx(() -> move(paper, place));
        }
    }

    private void move(Node paper, int place) {
        double side = paper.getLayoutBounds().getWidth();
        if (place % OF_A_DIGIT == 0) {
            Node clear = paper.getScene().lookup("#live-clear");
            ((javafx.scene.control.Button) clear).fire();
            told = moved.size();
        }
        double share = (double) (place % OF_A_STROKE) / OF_A_STROKE;
        boolean round = place / OF_A_STROKE % 2 == 0;
        double x = round ? 0.5 + 0.2 * Math.cos(2 * Math.PI * share) : 0.55 - 0.15 * share;
        double y = round ? 0.35 + 0.18 * Math.sin(2 * Math.PI * share) : 0.5 + 0.35 * share;
        EventType<MouseEvent> type = place % OF_A_STROKE == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED;
        moved.add(System.nanoTime());
        strokes.incrementAndGet();
        paper.fireEvent(new MouseEvent(
                type,
                x * side,
                y * side,
                x * side,
                y * side,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
    }

    /** An answer is drawn: it shows all movements up to its question. */
    private void painted(LiveViewModel model, WatchedViewer viewer) {
        long drawn = System.nanoTime();
        WatchedViewer.Trip trip =
                viewer.trip(model.answered().get().orElseThrow().seen());
        if (trip == null || trip.strokes() <= told) {
            return;
        }
        answers++;
        int from = told;
        told = trip.strokes();
        long took = taken;
        // The frame is on its way to the screen at the latest when the next one begins.
        Platform.runLater(() -> {
            long after = System.nanoTime();
            for (int i = from; i < trip.strokes(); i++) {
                shown.add(new Shown((drawn - moved.get(i)) / 1e6, (after - moved.get(i)) / 1e6, trip, took, drawn));
            }
        });
    }

    private void forget() {
        shown.clear();
        answers = 0;
    }

    /** Waits until nothing is asked any more. */
    private void settle(LiveViewModel model) throws InterruptedException {
        boolean[] done = new boolean[1];
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!done[0] && System.nanoTime() < patience) {
            fx(() -> done[0] = told >= strokes.get() && model.answered().get().isPresent());
            TimeUnit.MILLISECONDS.sleep(20);
        }
        fx(() -> {});
    }

    private void print(double cores) {
        out.printf(
                Locale.ROOT,
                "%n%d movements of the pen, %d ms apart; %d answers; both processes together used %.2f cores%n%n",
                shown.size(),
                PERIOD_MILLIS,
                answers,
                cores);
        out.println("| Milliseconds | p50 | p95 | largest |");
        out.println("|---|---|---|---|");
        row("**Movement to map, drawn**", Shown::total);
        row("Movement to map, handed to the screen", Shown::nextFrame);
        row(
                "of it: until it is asked: waiting for the answer before, framing",
                one -> (one.trip().asked() - one.drawn()) / 1e6 + one.total());
        row(
                "of it: worker: input, network, map, layers, file",
                one -> one.trip().worker() / 1e6);
        row(
                "of it: between the processes: files, looks at them, reading",
                one -> (one.trip().answered() - one.trip().asked() - one.trip().worker()) / 1e6);
        row(
                "of it: waiting for the window's thread",
                one -> (one.taken() - one.trip().answered()) / 1e6);
        row("of it: drawing", one -> (one.drawn() - one.taken()) / 1e6);
    }

    /** Processor time for each answer, which other programs change less than the clock. */
    private void printProcessor(double window, double paint, double both, double worked) {
        out.printf(
                Locale.ROOT,
                "%nProcessor milliseconds for each answer: window's thread %.1f, painting thread %.1f, "
                        + "both processes %.1f, of that the worker %.1f.%n",
                window / answers,
                paint / answers,
                both / answers,
                worked / answers);
    }

    /** Milliseconds of processor time of the threads with this in their name. */
    private static double threadMillis(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().contains(name)) {
                nanos += Math.max(0, threads.getThreadCpuTime(id));
            }
        }
        return nanos / 1e6;
    }

    private void row(String what, ToDoubleFunction<Shown> millis) {
        double[] sorted = shown.stream().mapToDouble(millis).sorted().toArray();
        out.printf(
                Locale.ROOT, "| %s | %.1f | %.1f | %.1f |%n", what, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    /** What waiting for strokes costs. */
    private void idle() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        double before = processorSeconds();
        long began = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep((long) (1000 * IDLE_SECONDS));
        double used = processorSeconds() - before;
        out.printf(
                Locale.ROOT,
                "%nWith nobody drawing both processes use %.1f %% of one core.%n",
                100 * used / ((System.nanoTime() - began) / 1e9));
    }

    /** Of this process and its children. */
    private static double processorSeconds() {
        return seconds(ProcessHandle.current()) + workerSeconds();
    }

    private static double workerSeconds() {
        return ProcessHandle.current()
                .descendants()
                .mapToDouble(LiveBenchmark::seconds)
                .sum();
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
