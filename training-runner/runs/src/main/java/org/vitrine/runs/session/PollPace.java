package org.vitrine.runs.session;

import java.time.Duration;

/**
 * How long to wait between two looks at a file that another process writes: a small share of the time since something last happened,
 * so that an answer is seen late by that share at most, and a file where nothing happens is hardly looked at.
 *
 * @param shortest what is waited at least, in milliseconds
 * @param longest what is waited at most, in milliseconds
 */
public record PollPace(long shortest, long longest) {
    private static final int SHARE = 32;

    /** Milliseconds to wait when nothing happened for so long. */
    public long millis(Duration quiet) {
        return Math.max(shortest, Math.min(longest, quiet.toMillis() / SHARE));
    }

    /** As {@link #millis}, for a moment of {@link System#nanoTime()}. */
    public long millisSince(long nanoTime) {
        return millis(Duration.ofNanos(System.nanoTime() - nanoTime));
    }
}
