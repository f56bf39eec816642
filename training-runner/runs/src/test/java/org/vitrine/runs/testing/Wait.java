package org.vitrine.runs.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions. */
public final class Wait {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Wait() {}

    /** Fails if {@code condition} does not come true in half a minute. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Did not come: " + what);
            }
            pause();
        }
    }

    public static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
}
