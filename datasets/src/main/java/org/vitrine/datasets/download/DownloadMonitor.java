package org.vitrine.datasets.download;

/** Who watches a download, and may end it; called from the download's thread. */
public interface DownloadMonitor {
    /** Told after each piece of data: make it cheap. */
    void update(DownloadProgress progress);

    /** Asked several times a second; true stops the download, which can be resumed. */
    boolean cancelled();
}
