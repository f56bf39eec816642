package org.vitrine.datasets.download;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.vitrine.datasets.download.DownloadProgress.Stage;

/** Stands between the work on one file and who watches the whole download. */
final class DownloadWatch implements FileDownload.Watch {
    private static final long LOOK_NANOS = 50_000_000;

    private final DownloadMonitor monitor;
    private final String file;
    private final int number;
    private final int count;

    DownloadWatch(DownloadMonitor monitor, String file, int number, int count) {
        this.monitor = monitor;
        this.file = file;
        this.number = number;
        this.count = count;
    }

    @Override
    public void update(Stage stage, long done, long total, double bytesPerSecond) {
        monitor.update(new DownloadProgress(stage, file, number, count, done, total, bytesPerSecond));
    }

    /** Tells of a step that can not fail in between, and asks whether to go on. */
    void step(Stage stage, long done, long total) {
        check();
        update(stage, done, total, Double.NaN);
    }

    @Override
    public void check() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }

    @Override
    public void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            check();
            LockSupport.parkNanos(Math.min(left, LOOK_NANOS));
        }
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted() || monitor.cancelled();
    }
}
