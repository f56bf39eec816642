package org.vitrine.runs.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.Poller;
import org.vitrine.runs.RunException;

/** Follows what is watched in a run from a thread of its own: the whole history, then what is added. */
public final class WatchFollower {
    private static final Logger LOG = LoggerFactory.getLogger(WatchFollower.class);
    private static final Duration PERIOD = Duration.ofMillis(40);
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** What is new; one of the two is there. */
    public record Update(List<WatchRecord> records, Optional<WatchReader.Live> live) {}

    private final WatchReader reader;
    private final Consumer<Update> consumer;
    private Duration wait = PERIOD;

    private WatchFollower(WatchFiles files, Consumer<Update> consumer) {
        reader = new WatchReader(files);
        this.consumer = consumer;
    }

    /** Starts to follow, until the answer is closed; {@code consumer} is called on the follower's thread. */
    public static Poller start(WatchFiles files, Consumer<Update> consumer) {
        return Poller.start("watch", new WatchFollower(files, consumer)::follow);
    }

    private Duration follow() {
        Update news = poll();
        boolean any = !news.records().isEmpty() || news.live().isPresent();
        if (any) {
            consumer.accept(news);
        }
        // A run that is over is looked at less and less often.
        wait = any ? PERIOD : Duration.ofMillis(Math.min(LONGEST.toMillis(), wait.toMillis() + 2));
        return news.records().isEmpty() ? wait : Duration.ZERO;
    }

    private Update poll() {
        try {
            return new Update(reader.poll(), reader.live());
        } catch (RunException e) {
            // A disk may come back; until then there is no news.
            LOG.warn("What is watched can not be followed", e);
            return new Update(List.of(), Optional.empty());
        }
    }
}
