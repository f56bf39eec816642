package org.vitrine.runs.store;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.ProcessLiveness;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.TimedEvent;

/**
 * Follows a run from a thread of its own: first its whole history, then what is added, also when an ended run goes on.
 * Old and live runs look the same.
 */
public final class RunFollower implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(RunFollower.class);
    private static final Duration PERIOD = Duration.ofMillis(50);
    /** A run that is over moves only if someone has it go on. */
    private static final Duration PERIOD_WHEN_OVER = Duration.ofMillis(500);

    /**
     * What is new.
     *
     * @param events may be empty: the state can change because a worker vanished
     */
    public record Update(RunState state, List<TimedEvent> events) {}

    private final RunReader reader;
    private final Consumer<Update> consumer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private RunFollower(RunDirectory directory, ProcessLiveness liveness, Consumer<Update> consumer) {
        this.reader = RunReader.of(directory, liveness);
        this.consumer = consumer;
        this.thread = new Thread(this::follow, "follow-" + directory.id());
        this.thread.setDaemon(true);
    }

    /** Starts to follow; {@code consumer} is called on the follower's thread. */
    public static RunFollower start(RunDirectory directory, Consumer<Update> consumer) {
        return start(directory, ProcessLiveness.SYSTEM, consumer);
    }

    static RunFollower start(RunDirectory directory, ProcessLiveness liveness, Consumer<Update> consumer) {
        RunFollower follower = new RunFollower(directory, liveness, consumer);
        follower.thread.start();
        return follower;
    }

    private void follow() {
        boolean first = true;
        RunState told = RunState.EMPTY;
        while (closed.getCount() > 0) {
            List<TimedEvent> news = poll();
            RunState state = reader.state();
            if (!closedNow() && (first || !news.isEmpty() || state != told)) {
                tell(new Update(state, news));
                told = state;
                first = false;
            }
            if (news.isEmpty()) {
                await(state.status().isOver() ? PERIOD_WHEN_OVER : PERIOD);
            }
        }
    }

    private List<TimedEvent> poll() {
        try {
            return reader.poll();
        } catch (RunException e) {
            // A disk may come back; until then there is no news.
            LOG.warn("Run can not be followed", e);
            return List.of();
        }
    }

    private void tell(Update update) {
        try {
            consumer.accept(update);
        } catch (RuntimeException e) {
            LOG.error("An update of a run was not taken", e);
        }
    }

    private boolean closedNow() {
        return closed.getCount() == 0;
    }

    private void await(Duration time) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    /** Ends following; waits up to 2 s for an update that is being taken, unless called from within it. */
    @Override
    public void close() {
        closed.countDown();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
