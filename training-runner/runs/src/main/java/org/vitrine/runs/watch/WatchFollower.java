package org.vitrine.runs.watch;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.RunException;

/** Follows what is watched in a run from a thread of its own: the whole history, then what is added. */
public final class WatchFollower implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchFollower.class);
    private static final Duration PERIOD = Duration.ofMillis(40);
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** What is new; one of the two is there. */
    public record Update(List<WatchRecord> records, Optional<WatchReader.Live> live) {}

    private final WatchReader reader;
    private final Consumer<Update> consumer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private WatchFollower(WatchFiles files, Consumer<Update> consumer) {
        reader = new WatchReader(files);
        this.consumer = consumer;
        thread = new Thread(this::follow, "watch");
        thread.setDaemon(true);
    }

    /** Starts to follow; {@code consumer} is called on the follower's thread. */
    public static WatchFollower start(WatchFiles files, Consumer<Update> consumer) {
        WatchFollower follower = new WatchFollower(files, consumer);
        follower.thread.start();
        return follower;
    }

    private void follow() {
        Duration wait = PERIOD;
        while (closed.getCount() > 0) {
            Update news = poll();
            boolean any = !news.records().isEmpty() || news.live().isPresent();
            if (any) {
                consumer.accept(news);
            }
            // A run that is over is looked at less and less often.
            wait = any ? PERIOD : Duration.ofMillis(Math.min(LONGEST.toMillis(), wait.toMillis() + 2));
            if (news.records().isEmpty()) {
                await(wait);
            }
        }
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

    private void await(Duration time) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    /** Ends following. An update that is being taken may still come to its end. */
    @Override
    public void close() {
        closed.countDown();
    }
}
