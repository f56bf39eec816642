package org.vitrine.peers.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Task;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.ours.ReferenceGraphs;
import org.vitrine.peers.ours.VitrineEngine;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.store.Rates;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.train.Control;
import org.vitrine.worker.train.Trainer;

/** Times epochs of the worker's trainer that report as often as they do by default, and epochs that report nothing but their end. */
public final class MonitoringProcess {
    private static final double NEVER = 1e9;
    private static final int EXAMPLES = 64 * 60;
    private static final double LEARNING_RATE = 1e-5;

    private final ReferenceNet net;
    private final Dataset data;
    private final Path folder;

    private MonitoringProcess(ReferenceNet net, Path folder) {
        this.net = net;
        this.folder = folder;
        Batch batch = net.batch(EXAMPLES, 1);
        MemorySplit train = new MemorySplit(batch.inputs(), batch.targets(), null);
        MemorySplit none = train.part(new int[0]);
        data = Dataset.of(
                new DatasetDescriptor("random", Task.IMAGE_CLASSIFICATION, "", "", List.of()),
                net.spec(),
                new Presentation.Picture(),
                IntStream.range(0, net.classes()).mapToObj(Integer::toString).toList(),
                List.of(),
                train,
                none,
                none);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        EngineSettings.apply();
        MonitoringProcess process = new MonitoringProcess(ReferenceNet.valueOf(arguments[0]), Path.of(arguments[1]));
        List<List<Alternating.Cost>> costs = Alternating.time(
                List.of(() -> process.train(Rates.DEFAULT.reportSeconds()), () -> process.train(NEVER)));
        Measured.tell(answers, "on", Alternating.median(costs.get(0), Alternating.Cost::cpuSeconds));
        Measured.tell(answers, "off", Alternating.median(costs.get(1), Alternating.Cost::cpuSeconds));
        System.exit(0);
    }

    /** One epoch with a network of its own, checkpoint included. */
    private void train(double reportSeconds) throws IOException {
        Path run = Files.createTempDirectory(folder, "run");
        try (EventWriter events = new EventWriter(run.resolve("events.jsonl"))) {
            new Trainer(
                            ReferenceGraphs.of(net),
                            data,
                            VitrineEngine.adam(LEARNING_RATE, 64),
                            1,
                            run,
                            run.resolve("checkpoints"),
                            new Rates(reportSeconds, NEVER),
                            new Control(List::of, () -> "", events::write),
                            events::write)
                    .train();
        }
    }
}
