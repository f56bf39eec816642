package org.vitrine.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.testing.Stages;

class PulseBatcherTest {
    @Test
    void itemsOfManyThreadsArriveInOrderAndInBatchesOnTheFxThread() throws InterruptedException {
        Stages.fx(() -> true);
        List<int[]> received = new ArrayList<>();
        AtomicInteger batches = new AtomicInteger();
        AtomicInteger elsewhere = new AtomicInteger();
        try (PulseBatcher batcher = new PulseBatcher()) {
            Consumer<int[]> sink = batcher.onPulse(items -> {
                batches.incrementAndGet();
                received.addAll(items);
                if (!Platform.isFxApplicationThread()) {
                    elsewhere.incrementAndGet();
                }
            });
            Thread[] threads = new Thread[4];
            for (int t = 0; t < threads.length; t++) {
                int id = t;
                threads[t] = new Thread(() -> IntStream.range(0, 25_000).forEach(i -> sink.accept(new int[] {id, i})));
                threads[t].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            Stages.until(() -> received.size() == 100_000);
        }
        assertThat(elsewhere).hasValue(0);
        assertThat(batches.get()).isLessThan(10_000);
        for (int id = 0; id < 4; id++) {
            int own = id;
            assertThat(received.stream().filter(item -> item[0] == own).mapToInt(item -> item[1]))
                    .isSorted()
                    .hasSize(25_000);
        }
    }

    @Test
    void aSleepingBatcherWakesForEachNewItem() {
        Stages.fx(() -> true);
        List<String> received = new ArrayList<>();
        try (PulseBatcher batcher = new PulseBatcher()) {
            Consumer<String> sink = batcher.onPulse(received::addAll);
            for (int i = 1; i <= 20; i++) {
                int expected = i;
                sink.accept("item " + i);
                Stages.until(() -> received.size() == expected);
            }
        }
    }

    @Test
    void aReceiverThatThrowsDoesNotStopTheOthers() {
        Stages.fx(() -> true);
        List<Integer> received = new ArrayList<>();
        try (PulseBatcher batcher = new PulseBatcher()) {
            Consumer<Integer> bad = batcher.onPulse(items -> {
                throw new IllegalStateException("on purpose");
            });
            Consumer<Integer> good = batcher.onPulse(received::addAll);
            bad.accept(1);
            good.accept(2);
            Stages.until(() -> received.contains(2));
            bad.accept(3);
            good.accept(4);
            Stages.until(() -> received.contains(4));
        }
    }

    @Test
    void nothingArrivesAfterClose() {
        Stages.fx(() -> true);
        List<Integer> received = new ArrayList<>();
        PulseBatcher closed = new PulseBatcher();
        Consumer<Integer> sink = closed.onPulse(received::addAll);
        closed.close();
        sink.accept(1);
        try (PulseBatcher other = new PulseBatcher()) {
            List<Integer> probe = new ArrayList<>();
            other.<Integer>onPulse(probe::addAll).accept(1);
            Stages.until(() -> !probe.isEmpty());
        }
        assertThat(received).isEmpty();
    }

    @Test
    void aClosedChannelLeavesTheOthersOpen() {
        Stages.fx(() -> true);
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        try (PulseBatcher batcher = new PulseBatcher()) {
            PulseBatcher.Channel<Integer> closed = batcher.onPulse(first::addAll);
            Consumer<Integer> open = batcher.onPulse(second::addAll);
            closed.close();
            closed.accept(1);
            open.accept(2);
            Stages.until(() -> second.contains(2));
        }
        assertThat(first).isEmpty();
    }

    @Test
    void actionsRunOnTheFxThreadAndAtOnceIfAlreadyThere() throws InterruptedException {
        Stages.fx(() -> true);
        try (PulseBatcher batcher = new PulseBatcher()) {
            CountDownLatch done = new CountDownLatch(1);
            boolean[] onFx = {false};
            batcher.runOnFx(() -> {
                onFx[0] = Platform.isFxApplicationThread();
                done.countDown();
            });
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(onFx[0]).isTrue();
            boolean inside = Stages.fx(() -> {
                boolean[] ran = {false};
                batcher.runOnFx(() -> ran[0] = true);
                return ran[0];
            });
            assertThat(inside).isTrue();
        }
    }
}
