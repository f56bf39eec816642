package org.vitrine.runs.store;

import org.jspecify.annotations.Nullable;
import org.vitrine.runs.watch.Watching;

/**
 * How often a worker tells and saves.
 *
 * @param reportSeconds the shortest time between two reported iterations; 0 reports all
 * @param checkpointSeconds the longest time between two checkpoints
 * @param watching what is watched; null for the default
 */
public record Rates(
        double reportSeconds,
        double checkpointSeconds,
        @Nullable Watching watching) {
    /** Twenty reports a second, a checkpoint a minute. */
    public static final Rates DEFAULT = new Rates(0.05, 60);

    /** Watches as by default. */
    public Rates(double reportSeconds, double checkpointSeconds) {
        this(reportSeconds, checkpointSeconds, null);
    }

    public Rates withWatching(Watching wish) {
        return new Rates(reportSeconds, checkpointSeconds, wish);
    }

    /** What is watched. */
    public Watching watchingOrDefault() {
        return watching == null ? Watching.DEFAULT : watching;
    }
}
