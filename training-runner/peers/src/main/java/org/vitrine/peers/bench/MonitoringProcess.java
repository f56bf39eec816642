package org.vitrine.peers.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.store.Rates;
import org.vitrine.runs.watch.WatchFiles;
import org.vitrine.runs.watch.WatchReader;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.Watching;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.OutputTaker;
import org.vitrine.worker.train.Control;
import org.vitrine.worker.train.Trainer;
import org.vitrine.worker.train.TrainingWatch;
import org.vitrine.worker.watch.RunWatch;

/** Times epochs of the worker's trainer that are watched as by default, and epochs that report nothing but their end. */
public final class MonitoringProcess {
    private static final double NEVER = 1e9;
    private static final int ROUNDS = 5;
    private static final int EPOCHS = 4;
    private static final int EXAMPLES = 64 * 60;
    private static final int VALIDATED = 64 * 8;
    private static final int TESTED = 32;
    private static final double LEARNING_RATE = 1e-5;

    private final ReferenceNet net;
    private final Dataset data;
    private final Path folder;
    private double ownCount;

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

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        EngineSettings.apply();
        MonitoringProcess process = new MonitoringProcess(ReferenceNet.valueOf(arguments[0]), Path.of(arguments[1]));
        process.train(true);
        process.train(false);
        double[] on = new double[ROUNDS];
        double[] off = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        double[] setUp = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Spent watched = process.train(true);
            Spent alone = process.train(false);
            on[round] = watched.steady();
            off[round] = alone.steady();
            ratios[round] = watched.steady() / alone.steady();
            setUp[round] = watched.first() - alone.first();
        }
        Measured.tell(answers, "on", Medians.of(on));
        Measured.tell(answers, "off", Medians.of(off));
        Measured.tell(answers, "ratio", Medians.of(ratios));
        Measured.tell(answers, "setUp", Medians.of(setUp));
        Measured.tell(answers, "share", process.ownCount);
        System.exit(0);
    }

    /**
     * Processor time over all threads.
     *
     * @param first seconds up to the end of the first epoch, with building all that is needed
     * @param steady seconds of the other epochs and the last checkpoint
     */
    private record Spent(double first, double steady) {}

    /** Notes when the first epoch is over, whoever else watches. */
    private record Marked(TrainingWatch watch, double[] endOfFirst) implements TrainingWatch {
        @Override
        public void begin(Network network, int iterations, int epochs, double seconds) throws RunException {
            watch.begin(network, iterations, epochs, seconds);
        }

        @Override
        public boolean wantsStep() {
            return watch.wantsStep();
        }

        @Override
        public void differentiated(Network network) {
            watch.differentiated(network);
        }

        @Override
        public void updated(Network network) {
            watch.updated(network);
        }

        @Override
        public void stepDone(Network network, int iterations, double seconds, double rate, double speed)
                throws RunException {
            watch.stepDone(network, iterations, seconds, rate, speed);
        }

        @Override
        public @Nullable OutputTaker validation() {
            return watch.validation();
        }

        @Override
        public void epochDone(Network network, int iterations, int epochs, boolean last) throws RunException {
            watch.epochDone(network, iterations, epochs, last);
            if (epochs == 1) {
                endOfFirst[0] = processorSeconds();
            }
        }
    }

    private static double processorSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Some epochs with a network of its own. */
    private Spent train(boolean watched) throws IOException {
        double start = processorSeconds();
        double[] endOfFirst = {start};
        double reportSeconds = watched ? Rates.DEFAULT.reportSeconds() : NEVER;
        Path run = Files.createTempDirectory(folder, "run");
        TrainingSettings settings = VitrineEngine.adam(LEARNING_RATE, 64);
        GraphDocument document = new GraphDocument(
                net.title(), "", new DataReference("random", Map.of()), ReferenceGraphs.of(net), Map.of(), settings);
        try (EventWriter events = new EventWriter(run.resolve("events.jsonl"))) {
            Trainer trainer = new Trainer(
                    document.graph(),
                    data,
                    settings,
                    EPOCHS,
                    run,
                    run.resolve("checkpoints"),
                    new Rates(reportSeconds, NEVER),
                    new Control(List::of, () -> "", events::write),
                    events::write);
            WatchFiles files = new WatchFiles(run.resolve("watch"));
            try (TrainingWatch watch =
                    watched ? RunWatch.of(files, document, data, Watching.DEFAULT) : TrainingWatch.NONE) {
                trainer.watchedBy(new Marked(watch, endOfFirst));
                trainer.train();
            }
            Spent spent = new Spent(endOfFirst[0] - start, processorSeconds() - endOfFirst[0]);
            if (watched) {
                count(files);
            }
            return spent;
        }
    }

    private void count(WatchFiles files) throws IOException {
        for (WatchRecord record : new WatchReader(files).poll()) {
            if (record instanceof WatchRecord.Load load) {
                ownCount = load.watchingShare();
            }
        }
    }
}
