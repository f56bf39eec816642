package org.vitrine.datasets.download;

/** Bytes a second, smoothed over the last seconds. */
final class Speedometer {
    private static final double SECONDS_SMOOTHED = 3;
    private static final long WINDOW_NANOS = 250_000_000;

    private long windowStart;
    private long windowBytes;
    private boolean started;
    private double speed = Double.NaN;

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    void add(long bytes, long nanos) {
        if (!started) {
            started = true;
            windowStart = nanos;
            return;
        }
        windowBytes += bytes;
        long passed = nanos - windowStart;
        if (passed >= WINDOW_NANOS) {
            double now = windowBytes * 1e9 / passed;
            double weight = 1 - Math.exp(-passed / 1e9 / SECONDS_SMOOTHED);
            speed = Double.isNaN(speed) ? now : speed + weight * (now - speed);
            windowStart = nanos;
            windowBytes = 0;
        }
    }

    double bytesPerSecond() {
        return speed;
    }
}
