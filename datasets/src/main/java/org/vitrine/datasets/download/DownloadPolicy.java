package org.vitrine.datasets.download;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connect the longest wait for a connection
 * @param idle the longest wait for an answer, and for the next bytes
 * @param attempts that may fail one after the other without a single new byte
 * @param firstPause before the second attempt; each further one doubles it
 * @param longestPause the longest, also if the server asks for a longer one
 * @param mostBytes of a file whose size is not known
 */
public record DownloadPolicy(
        Duration connect, Duration idle, int attempts, Duration firstPause, Duration longestPause, long mostBytes) {
    public static final DownloadPolicy STANDARD = new DownloadPolicy(
            Duration.ofSeconds(20), Duration.ofSeconds(45), 6, Duration.ofSeconds(1), Duration.ofSeconds(60), 1L << 30);

    /** The pause after so many failures, at least one. */
    Duration pause(int failures) {
        long factor = 1L << Math.min(failures - 1, 20);
        Duration pause = firstPause.multipliedBy(factor);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
