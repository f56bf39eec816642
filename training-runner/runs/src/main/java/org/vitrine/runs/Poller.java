package org.vitrine.runs;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at something again and again from a thread of its own, until it is closed. */
public final class Poller implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final long PATIENCE_SECONDS = 2;
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);

    /** One look. */
    @FunctionalInterface
    public interface Look {
        /** Looks, and tells how long to wait for the next look; zero to look again at once. */
        Duration look();
    }

    private final Look look;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Poller(String name, Look look) {
        this.look = look;
        thread = new Thread(this::poll, name);
        thread.setDaemon(true);
    }

    /** Starts to look. */
    public static Poller start(String name, Look look) {
        Poller poller = new Poller(name, look);
        poller.thread.start();
        return poller;
    }

    private void poll() {
        while (closed.getCount() > 0) {
            try {
                Duration wait = lookOnce();
                if (!wait.isZero()) {
                    closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
                }
            } catch (InterruptedException e) {
                closed.countDown();
            }
        }
    }

    private Duration lookOnce() {
        try {
            return look.look();
        } catch (RuntimeException e) {
            LOG.error("A look of {} failed", thread.getName(), e);
            return AFTER_A_FAULT;
        }
    }

    /** Ends looking; waits up to 2 s for a look that is in progress, unless called from within it. */
    @Override
    public void close() {
        closed.countDown();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
