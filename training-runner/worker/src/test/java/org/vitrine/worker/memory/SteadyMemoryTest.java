package org.vitrine.worker.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Models;
import org.vitrine.worker.Settings;
import org.vitrine.worker.compile.Networks;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.Network;

class SteadyMemoryTest {
    private static final int BATCH = 16;
    private static final int WARM_UP = 30;
    private static final int ITERATIONS = 150;

    record Family(String name, ModelGraph graph, String dataset) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Family> families() {
        return Stream.of(
                new Family(
                        "MLP",
                        Graphs.chain(new Input(), new Dense(16, Activation.TANH), new ClassificationOutput()),
                        "iris"),
                new Family("CNN", Models.cnn(), "digits"),
                new Family("RNN", Models.lstm(12), "token-order"),
                new Family("Transformer", Models.transformer(16, 24, 0.1), "token-order"));
    }

    /**
     * Collects and frees until no more than so many owners of native memory are left, or for three minutes: tests before may
     * have left a lot.
     */
    private static int settle(int wished) {
        long end = System.nanoTime() + 180_000_000_000L;
        int pending = Integer.MAX_VALUE;
        for (int unchanged = 0; pending > wished && unchanged < 10 && System.nanoTime() < end; ) {
            System.gc();
            DeferredDeallocation.quiescent();
            LockSupport.parkNanos(20_000_000);
            int now = DeferredDeallocation.pending();
            unchanged = now == pending ? unchanged + 1 : 0;
            pending = now;
        }
        return pending;
    }

    @ParameterizedTest
    @MethodSource("families")
    void trainingHoldsNoMoreAfterHundredsOfIterations(Family family) {
        EngineSettings.apply();
        Dataset data = Examples.load(family.dataset(), Map.of());
        Network network = Networks.forTraining(family.graph(), data, Settings.adam(1, BATCH, 0.001), ITERATIONS);
        train(network, data, 0, WARM_UP);
        int owners = settle(0);
        long bytes = Pointer.totalBytes();

        train(network, data, WARM_UP, ITERATIONS);

        assertThat(DeferredDeallocation.pending()).isGreaterThan(owners);
        assertThat(settle(owners)).isLessThanOrEqualTo(owners);
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
    }

    private static void train(Network network, Dataset data, int from, int to) {
        for (int i = from; i < to; i++) {
            int start = i * BATCH % (data.train().size() - BATCH);
            Batch batch = Examples.range(data.train(), start, BATCH);
            network.differentiate(batch);
            network.gradients().norm();
            network.update(i, 0);
            DeferredDeallocation.quiescent();
        }
    }
}
