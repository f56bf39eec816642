package org.vitrine.editor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Times of frames while a gesture goes on: by the clock, and of the processor in the two threads that draw. */
record FrameTimes(double[] clock, double windowThread, double renderThread) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Carries out {@code step} once a frame. */
    static FrameTimes of(int frames, IntConsumer step) {
        CountDownLatch done = new CountDownLatch(1);
        long[] stamps = new long[frames + 1];
        long[] used = new long[4];
        AnimationTimer timer = new AnimationTimer() {
            private int frame = -5;

            @Override
            public void handle(long now) {
                if (frame == 0) {
                    used[0] = time("JavaFX Application Thread");
                    used[1] = time("QuantumRenderer");
                }
                if (frame >= 0) {
                    stamps[frame] = System.nanoTime();
                }
                if (frame == frames) {
                    used[2] = time("JavaFX Application Thread");
                    used[3] = time("QuantumRenderer");
                    stop();
                    done.countDown();
                    return;
                }
                step.accept(frame + 5);
                frame++;
            }
        };
        Platform.runLater(timer::start);
        await(done);
        double[] clock = new double[frames];
        for (int i = 0; i < frames; i++) {
            clock[i] = (stamps[i + 1] - stamps[i]) / 1e6;
        }
        return new FrameTimes(clock, (used[2] - used[0]) / 1e6 / frames, (used[3] - used[1]) / 1e6 / frames);
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("No frames for five minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long time(String name) {
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(name)) {
                return THREADS.getThreadCpuTime(id);
            }
        }
        throw new IllegalStateException("No thread " + name);
    }

    /** Processor milliseconds of the slower of the two threads: they work side by side. */
    double bound() {
        return Math.max(windowThread, renderThread);
    }

    /** A row of a Markdown table. */
    String row(String gesture) {
        double[] sorted = clock.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f |",
                gesture,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                windowThread,
                renderThread);
    }
}
