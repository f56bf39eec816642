package org.vitrine.runs.store;

/**
 * How often a worker tells and saves.
 *
 * @param reportSeconds the shortest time between two reported iterations; 0 reports all
 * @param checkpointSeconds the longest time between two checkpoints
 */
public record Rates(double reportSeconds, double checkpointSeconds) {
    /** Twenty reports a second, a checkpoint a minute. */
    public static final Rates DEFAULT = new Rates(0.05, 60);
}
