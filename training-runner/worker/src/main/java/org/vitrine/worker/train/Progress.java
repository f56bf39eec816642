package org.vitrine.worker.train;

import org.bytedeco.javacpp.Pointer;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;

/** Reports iterations, not too many a second, with speed and time to go. */
final class Progress {
    private static final double SMOOTHING_SECONDS = 2;

    private final EventSink events;
    private final long intervalNanos;
    private long lastReport;
    private double secondsPerExample;
    private double secondsPerValidation;

    /** @param interval in seconds, the least between two reports */
    Progress(EventSink events, double interval) {
        this.events = events;
        this.intervalNanos = (long) (interval * 1e9);
        this.lastReport = System.nanoTime() - intervalNanos;
    }

    /** Takes in how long a batch took, as an average over the last seconds. */
    void trained(int examples, double seconds) {
        double now = seconds / examples;
        double weight = secondsPerExample == 0 ? 1 : 1 - Math.exp(-seconds / SMOOTHING_SECONDS);
        secondsPerExample += weight * (now - secondsPerExample);
    }

    /** As an average over the last seconds. */
    double examplesPerSecond() {
        return 1 / secondsPerExample;
    }

    void validated(double seconds) {
        secondsPerValidation = seconds;
    }

    /** Reports an iteration if the last report is long enough ago, or if it must be seen. */
    void report(
            TrainingState state, int examplesPerEpoch, double loss, double metric, double learningRate, boolean always)
            throws RunException {
        long now = System.nanoTime();
        if (!always && now - lastReport < intervalNanos) {
            return;
        }
        lastReport = now;
        long examplesLeft = (long) (state.epochs() - state.epoch()) * examplesPerEpoch
                - state.epochScore().examples();
        double eta =
                Math.max(0, examplesLeft) * secondsPerExample + (state.epochs() - state.epoch()) * secondsPerValidation;
        Runtime runtime = Runtime.getRuntime();
        events.write(new RunEvent.IterationDone(
                state.iteration(),
                state.epoch() + 1,
                loss,
                metric,
                learningRate,
                examplesPerSecond(),
                eta,
                runtime.totalMemory() - runtime.freeMemory(),
                Pointer.physicalBytes()));
    }
}
