package org.vitrine.worker.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.memory.Deallocatable;
import org.nd4j.linalg.api.memory.Deallocator;
import org.nd4j.linalg.factory.Nd4j;
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
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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

    /** Tells when it is freed: what died before it was taken is freed some rounds later. */
    private record Sentinel(CountDownLatch freed) implements Deallocatable {
        @Override
        public String getUniqueId() {
            return "sentinel";
        }

        @Override
        public Deallocator deallocator() {
            // Must not hold the sentinel itself.
            return freed::countDown;
        }

        @Override
        public int targetDevice() {
            return 0;
        }
    }

    /**
     * Collects and frees all that is out of reach, whatever the tests before have left. A freed sentinel tells that its own
     * collection is being handed over; a second one, that the first was handed over whole; a third, that it was freed.
     */
    private static int settle() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            CountDownLatch freed = new CountDownLatch(1);
            Nd4j.getDeallocatorService().pickObject(new Sentinel(freed));
            long end = System.nanoTime() + PATIENCE.toNanos();
            System.gc();
            do {
                DeferredDeallocation.quiescent();
                assertThat(System.nanoTime()).as("freed in time").isLessThan(end);
            } while (!freed.await(10, TimeUnit.MILLISECONDS));
        }
        return DeferredDeallocation.pending();
    }

    @ParameterizedTest
    @MethodSource("families")
    void trainingHoldsNoMoreAfterHundredsOfIterations(Family family) throws InterruptedException {
        EngineSettings.apply();
        Dataset data = Examples.load(family.dataset(), Map.of());
        Network network = Networks.forTraining(family.graph(), data, Settings.adam(1, BATCH, 0.001), ITERATIONS);
        train(network, data, 0, WARM_UP);
        int owners = settle();
        long bytes = Pointer.totalBytes();

        int most = train(network, data, WARM_UP, ITERATIONS);

        assertThat(most).as("owners while training").isGreaterThan(owners);
        assertThat(settle()).isLessThanOrEqualTo(owners);
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
    }

    /** The most owners of native memory that were there after an iteration. */
    private static int train(Network network, Dataset data, int from, int to) {
        int most = 0;
        for (int i = from; i < to; i++) {
            int start = i * BATCH % (data.train().size() - BATCH);
            Batch batch = Examples.range(data.train(), start, BATCH);
            network.differentiate(batch);
            network.gradients().norm();
            network.update(i, 0);
            DeferredDeallocation.quiescent();
            most = Math.max(most, DeferredDeallocation.pending());
        }
        return most;
    }
}
