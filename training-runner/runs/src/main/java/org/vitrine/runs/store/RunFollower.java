package org.vitrine.runs.store;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.Poller;
import org.vitrine.runs.ProcessLiveness;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.TimedEvent;

/**
 * Follows a run from a thread of its own: first its whole history, then what is added, also when an ended run goes on.
 * Old and live runs look the same.
 */
public final class RunFollower {
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
    private RunState told = RunState.EMPTY;
    private boolean first = true;

    private RunFollower(RunDirectory directory, ProcessLiveness liveness, Consumer<Update> consumer) {
        this.reader = RunReader.of(directory, liveness);
        this.consumer = consumer;
    }

    /** Starts to follow, until the answer is closed; {@code consumer} is called on the follower's thread. */
    public static Poller start(RunDirectory directory, Consumer<Update> consumer) {
        return start(directory, ProcessLiveness.SYSTEM, consumer);
    }

    static Poller start(RunDirectory directory, ProcessLiveness liveness, Consumer<Update> consumer) {
        return Poller.start("follow-" + directory.id(), new RunFollower(directory, liveness, consumer)::follow);
    }

    private Duration follow() {
        List<TimedEvent> news = poll();
        RunState state = reader.state();
        if (first || !news.isEmpty() || state != told) {
            told = state;
            first = false;
            consumer.accept(new Update(state, news));
        }
        if (!news.isEmpty()) {
            return Duration.ZERO;
        }
        return state.status().isOver() ? PERIOD_WHEN_OVER : PERIOD;
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
}
