package org.vitrine.datasets.download.unpack;

/**
 * What an archive may grow to.
 *
 * @param entries files and folders
 * @param totalBytes of all files together
 * @param fileBytes of one file
 * @param ratio unpacked bytes for one packed byte, of the whole archive
 */
public record UnpackLimits(int entries, long totalBytes, long fileBytes, int ratio) {
    private static final long GIB = 1L << 30;

    /** Ample for the sets of the list: the largest has 106,000 files, 3.3 GB in all, and texts shrink to a tenth at most. */
    public static final UnpackLimits STANDARD = new UnpackLimits(250_000, 12 * GIB, 4 * GIB, 100);

    /** What any archive may grow to, however small it is: a few bytes may well stand for a file of zeros. */
    private static final long FREE_BYTES = 1L << 20;

    /** How many bytes an archive of so many may hold. */
    long budget(long archiveBytes) {
        long byRatio = archiveBytes > Long.MAX_VALUE / ratio - FREE_BYTES ? Long.MAX_VALUE : archiveBytes * ratio;
        return Math.min(totalBytes, Math.max(byRatio, FREE_BYTES));
    }
}
