package org.vitrine.peers.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.TrainingEngine;

/** One engine with one network: trains for as many seconds as each line of its input says, and waits in between. */
public final class EngineProcess {
    private static final int BATCHES = 8;
    private static final int BATCH_SIZE = 64;

    private final TrainingEngine engine;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private int next;

    private EngineProcess(TrainingEngine engine) {
        this.engine = engine;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        EngineKind kind = EngineKind.valueOf(arguments[0]);
        ReferenceNet net = ReferenceNet.valueOf(arguments[1]);
        List<Batch> batches = IntStream.range(0, BATCHES)
                .mapToObj(seed -> net.batch(BATCH_SIZE, seed))
                .toList();
        Optional<TrainingEngine> engine = kind.create(net, batches);
        if (engine.isPresent()) {
            EngineProcess process = new EngineProcess(engine.get());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                answers.println(process.train(Double.parseDouble(line)).line());
            }
        }
        // Explicitly, since threads of native libraries would keep the process alive.
        System.exit(0);
    }

    /** At least one step. */
    private Slice train(double seconds) {
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        long examples = 0;
        double took;
        do {
            double loss = engine.step(next++ % BATCHES);
            if (!Double.isFinite(loss)) {
                throw new IllegalStateException("The loss is not finite");
            }
            examples += BATCH_SIZE;
            took = (System.nanoTime() - start) / 1e9;
        } while (took < seconds);
        return new Slice(examples, took, (system.getProcessCpuTime() - cpu) / 1e9);
    }
}
