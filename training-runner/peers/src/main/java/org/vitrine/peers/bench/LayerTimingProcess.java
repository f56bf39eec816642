package org.vitrine.peers.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vitrine.datasets.Batch;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.ours.VitrineEngine;
import org.vitrine.worker.network.PassTimer;

/** Times training steps with and without a clock at each layer, in a worker's JVM. */
public final class LayerTimingProcess {
    private static final double LEARNING_RATE = 1e-5;
    private static final int BATCH_SIZE = 64;
    private static final int STEPS = 20;

    private LayerTimingProcess() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ReferenceNet net = ReferenceNet.valueOf(arguments[0]);
        List<Batch> batches = List.of(net.batch(BATCH_SIZE, 0));
        try (VitrineEngine engine = new VitrineEngine(net, LEARNING_RATE, batches)) {
            List<List<Alternating.Cost>> costs = Alternating.time(List.of(
                    () -> {
                        for (int i = 0; i < STEPS; i++) {
                            engine.step(0);
                        }
                    },
                    () -> {
                        try (PassTimer timer = engine.timer()) {
                            for (int i = 0; i < STEPS; i++) {
                                engine.step(0);
                                timer.stepDone();
                            }
                        }
                    }));
            List<String> names = List.of("plain", "timed");
            for (int i = 0; i < names.size(); i++) {
                Measured.tell(
                        answers, names.get(i), Alternating.median(costs.get(i), Alternating.Cost::cpuSeconds) / STEPS);
            }
        }
        System.exit(0);
    }
}
