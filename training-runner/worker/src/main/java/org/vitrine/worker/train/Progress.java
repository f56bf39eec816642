package org.vitrine.worker.train;

import org.bytedeco.javacpp.Pointer;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent;

/** Reports iterations, at most some twenty a second, with speed and time to go. */
final class Progress {
    private static final long INTERVAL_NANOS = 50_000_000;
    private static final double SMOOTHING_SECONDS = 2;

    private final EventSink events;
    private long lastReport = System.nanoTime() - INTERVAL_NANOS;
    private double secondsPerExample;
    private double secondsPerValidation;

    Progress(EventSink events) {
        this.events = events;
    }

    /** Takes in how long a batch took, as an average over the last seconds. */
    void trained(int examples, double seconds) {
        double now = seconds / examples;
        double weight = secondsPerExample == 0 ? 1 : 1 - Math.exp(-seconds / SMOOTHING_SECONDS);
        secondsPerExample += weight * (now - secondsPerExample);
    }

    void validated(double seconds) {
        secondsPerValidation = seconds;
    }

    /** Reports an iteration if the last report is long enough ago, or if it must be seen. */
    void report(
            TrainingState state, int examplesPerEpoch, double loss, double metric, double learningRate, boolean always)
            throws RunException {
        long now = System.nanoTime();
        if (!always && now - lastReport < INTERVAL_NANOS) {
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
                1 / secondsPerExample,
                eta,
                runtime.totalMemory() - runtime.freeMemory(),
                Pointer.physicalBytes()));
    }
}
