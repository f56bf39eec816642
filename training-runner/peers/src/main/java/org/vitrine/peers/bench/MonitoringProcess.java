package org.vitrine.peers.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Task;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.ours.ReferenceGraphs;
import org.vitrine.peers.ours.VitrineEngine;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.store.Rates;
import org.vitrine.runs.watch.WatchFiles;
import org.vitrine.runs.watch.Watching;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.train.Control;
import org.vitrine.worker.train.Trainer;
import org.vitrine.worker.train.TrainingWatch;
import org.vitrine.worker.watch.RunWatch;

/** Has two trainings of one network take turns of some iterations: one is watched as by default, one reports nothing. */
public final class MonitoringProcess {
    private static final Logger LOG = LoggerFactory.getLogger(MonitoringProcess.class);
    private static final double NEVER = 1e9;
    private static final int STEPS = 20;
    private static final int WARM_ROUNDS = 30;
    /** Two epochs, so that each block has the same share of validation. */
    private static final int ROUNDS_IN_BLOCK = 6;

    private static final double SECONDS = 90;
    private static final int MANY_EPOCHS = 100_000;
    private static final int EXAMPLES = 64 * 60;
    private static final int VALIDATED = 64 * 8;
    private static final int TESTED = 32;
    private static final double LEARNING_RATE = 1e-5;

    private final ReferenceNet net;
    private final Dataset data;
    private final Path folder;

    private MonitoringProcess(ReferenceNet net, Path folder) {
        this.net = net;
        this.folder = folder;
        Batch batch = net.batch(EXAMPLES, 1);
        MemorySplit train = new MemorySplit(batch.inputs(), batch.targets(), null);
        MemorySplit validation = train.part(IntStream.range(0, VALIDATED).toArray());
        MemorySplit test = train.part(IntStream.range(0, TESTED).toArray());
        data = Dataset.of(
                new DatasetDescriptor("random", Task.IMAGE_CLASSIFICATION, "", "", List.of()),
                net.spec(),
                new Presentation.Picture(),
                IntStream.range(0, net.classes()).mapToObj(Integer::toString).toList(),
                List.of(),
                train,
                validation,
                test);
    }

    /** What some turns took, in seconds. */
    private record Spent(double processor, double clock) {
        static Spent now() {
            return new Spent(
                    ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9,
                    System.nanoTime() / 1e9);
        }

        static Spent on(TurnTaking training) {
            Spent before = now();
            training.turn();
            Spent after = now();
            return new Spent(after.processor - before.processor, after.clock - before.clock);
        }

        Spent plus(Spent other) {
            return new Spent(processor + other.processor, clock + other.clock);
        }
    }

    /** Turns of both trainings. */
    private record Block(Spent watched, Spent alone) {
        double ratio(ToDoubleFunction<Spent> of) {
            return of.applyAsDouble(watched) / of.applyAsDouble(alone);
        }
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        EngineSettings.apply();
        MonitoringProcess process = new MonitoringProcess(ReferenceNet.valueOf(arguments[0]), Path.of(arguments[1]));
        TurnTaking watched = process.train(true);
        TurnTaking alone = process.train(false);
        double watchedClock = 0;
        double once = 0;
        for (int round = 0; round < WARM_ROUNDS; round++) {
            alone.turn();
            watched.turn();
            once = round == 2 ? watched.watchSeconds() : once;
        }
        double before = watched.watchSeconds();
        List<Block> blocks = new ArrayList<>();
        double end = System.nanoTime() / 1e9 + SECONDS;
        while (System.nanoTime() / 1e9 < end) {
            Block block = block(watched, alone);
            blocks.add(block);
            watchedClock += block.watched.clock;
        }
        double perBlock = STEPS * ROUNDS_IN_BLOCK;
        Measured.tell(answers, "on", median(blocks, block -> block.watched.processor) / perBlock);
        Measured.tell(answers, "off", median(blocks, block -> block.alone.processor) / perBlock);
        tellMean(answers, "processor", blocks.stream().map(block -> block.ratio(Spent::processor)));
        tellMean(answers, "clock", blocks.stream().map(block -> block.ratio(Spent::clock)));
        Measured.tell(answers, "share", (watched.watchSeconds() - before) / watchedClock);
        Measured.tell(answers, "once", once);
        System.exit(0);
    }

    private static Block block(TurnTaking watched, TurnTaking alone) {
        Spent on = new Spent(0, 0);
        Spent off = new Spent(0, 0);
        for (int round = 0; round < ROUNDS_IN_BLOCK; round++) {
            // Who comes first changes, or a machine that slows down would count for one of them.
            if (round % 2 == 0) {
                on = on.plus(Spent.on(watched));
            }
            off = off.plus(Spent.on(alone));
            if (round % 2 == 1) {
                on = on.plus(Spent.on(watched));
            }
        }
        return new Block(on, off);
    }

    private static double median(List<Block> blocks, ToDoubleFunction<Block> of) {
        return Medians.of(blocks.stream().mapToDouble(of).toArray());
    }

    /** The mean without the tenth at each end, and its standard error. */
    private static void tellMean(PrintStream answers, String name, java.util.stream.Stream<Double> ratios) {
        List<Double> sorted = new ArrayList<>(ratios.toList());
        Collections.sort(sorted);
        int cut = sorted.size() / 10;
        List<Double> kept = sorted.subList(cut, sorted.size() - cut);
        double mean = kept.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
        double squares = kept.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        Measured.tell(answers, name, mean);
        Measured.tell(answers, name + "Error", Math.sqrt(squares / kept.size() / Math.max(1, kept.size() - 1)));
    }

    /** A training that waits for its turn. */
    private TurnTaking train(boolean watched) throws IOException {
        Path run = Files.createTempDirectory(folder, "run");
        TrainingSettings settings = VitrineEngine.adam(LEARNING_RATE, 64);
        GraphDocument document = new GraphDocument(
                net.title(), "", new DataReference("random", Map.of()), ReferenceGraphs.of(net), Map.of(), settings);
        EventWriter events = new EventWriter(run.resolve("events.jsonl"));
        Trainer trainer = new Trainer(
                document.graph(),
                data,
                settings,
                MANY_EPOCHS,
                run,
                run.resolve("checkpoints"),
                new Rates(watched ? Rates.DEFAULT.reportSeconds() : NEVER, NEVER),
                new Control(List::of, () -> "", events::write),
                events::write);
        TrainingWatch watch = watched
                ? RunWatch.of(new WatchFiles(run.resolve("watch")), document, data, Watching.DEFAULT)
                : TrainingWatch.NONE;
        TurnTaking turns = new TurnTaking(watch, STEPS);
        Thread thread = new Thread(() -> run(trainer, turns), watched ? "watched" : "alone");
        thread.setDaemon(true);
        // Whoever waits for its turn would wait forever.
        thread.setUncaughtExceptionHandler((failed, failure) -> {
            LOG.error("The training {} failed", failed.getName(), failure);
            Runtime.getRuntime().halt(1);
        });
        thread.start();
        return turns;
    }

    private static void run(Trainer trainer, TurnTaking turns) {
        turns.await();
        try {
            trainer.watchedBy(turns);
            trainer.train();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
