package org.vitrine.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Latest latest = new Latest(new Background(workers, fx::add), timer);
    private final List<String> results = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    private void runNextOnFx() throws InterruptedException {
        Runnable next = fx.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("something comes back to the window's thread").isNotNull();
        if (next != null) {
            next.run();
        }
    }

    @Test
    void olderWorkIsInterruptedAndItsResultDropped() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        latest.run(
                0,
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "old";
                },
                results::add,
                failure -> results.add("failed"));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        latest.run(0, () -> "new", results::add, failure -> results.add("failed"));
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        runNextOnFx();
        assertThat(results).containsExactly("new");
        assertThat(fx).isEmpty();
    }

    @Test
    void workThatWaitsIsReplacedByWhatComesMeanwhile() throws Exception {
        latest.run(20_000, () -> "first", results::add, failure -> {});
        latest.run(10, () -> "second", results::add, failure -> {});
        runNextOnFx();
        assertThat(results).containsExactly("second");
    }

    @Test
    void aFailureIsTold() throws Exception {
        latest.run(
                0,
                () -> {
                    throw new IllegalStateException("no");
                },
                result -> results.add("done"),
                failure -> results.add(String.valueOf(failure.getMessage())));
        runNextOnFx();
        assertThat(results).containsExactly("no");
    }

    @Test
    void aResultThatWasOnItsWayIsDroppedToo() throws Exception {
        latest.run(0, () -> "late", results::add, failure -> {});
        Runnable onItsWay = fx.poll(20, TimeUnit.SECONDS);
        latest.cancel();
        assertThat(onItsWay).isNotNull();
        if (onItsWay != null) {
            onItsWay.run();
        }
        assertThat(results).isEmpty();
    }
}
