package org.vitrine.runs;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether a process runs, asked now and then: asking takes forty times as long as looking at a file, which is done much more often. Not
 * safe for several threads.
 */
public final class ProcessWatch {
    private static final Duration EVERY = Duration.ofMillis(50);

    private final BooleanSupplier alive;
    private final long everyNanos;
    private long askedAt;
    private boolean asked;
    private boolean answer;

    public ProcessWatch(ProcessIdentity process) {
        this(process::isAlive, EVERY);
    }

    ProcessWatch(BooleanSupplier alive, Duration every) {
        this.alive = alive;
        this.everyNanos = every.toNanos();
    }

    /** Whether it ran when it was last asked, a moment ago; one that has ended stays so. */
    public boolean isAlive() {
        long now = System.nanoTime();
        if (!asked || (answer && now - askedAt >= everyNanos)) {
            asked = true;
            askedAt = now;
            answer = alive.getAsBoolean();
        }
        return answer;
    }
}
