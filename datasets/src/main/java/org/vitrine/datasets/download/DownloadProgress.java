package org.vitrine.datasets.download;

/**
 * How far a download is.
 *
 * @param file the name of the file at hand
 * @param number its number, from 1
 * @param count how many files there are
 * @param done bytes of this file in this stage
 * @param total bytes of this file in this stage, or -1 if nobody knows
 * @param bytesPerSecond while downloading; NaN before it can be told
 */
public record DownloadProgress(
        Stage stage, String file, int number, int count, long done, long total, double bytesPerSecond) {

    /** What happens to the file. */
    public enum Stage {
        CONNECTING,
        DOWNLOADING,
        /** After a failure, before the next attempt. */
        WAITING,
        CHECKING,
        UNPACKING
    }

    /** From 0 to 1, or NaN if the size is not known. */
    public double share() {
        return total > 0 ? Math.min(1, (double) done / total) : Double.NaN;
    }

    /** The time left at this pace, or NaN. */
    public double secondsLeft() {
        return total > 0 && bytesPerSecond > 0 ? (total - done) / bytesPerSecond : Double.NaN;
    }
}
