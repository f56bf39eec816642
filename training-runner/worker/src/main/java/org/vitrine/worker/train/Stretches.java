package org.vitrine.worker.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Steps, summed up in stretches of equal time. The median of the stretches' means leaves out what disturbed a few of them, and
 * still counts what happens every few steps, such as garbage collection.
 */
final class Stretches {
    private final double least;
    private final List<Stretch> done = new ArrayList<>();
    private Stretch current = new Stretch(0, 0, 0);

    private record Stretch(int steps, double seconds, double processorSeconds) {
        Stretch plus(double moreSeconds, double moreProcessorSeconds) {
            return new Stretch(steps + 1, seconds + moreSeconds, processorSeconds + moreProcessorSeconds);
        }
    }

    /** @param least seconds of a stretch; one that no step reaches holds one step */
    Stretches(double least) {
        this.least = least;
    }

    void add(double seconds, double processorSeconds) {
        current = current.plus(seconds, processorSeconds);
        if (current.seconds() >= least) {
            done.add(current);
            current = new Stretch(0, 0, 0);
        }
    }

    int steps() {
        return done.stream().mapToInt(Stretch::steps).sum() + current.steps();
    }

    /** Of all steps. */
    double seconds() {
        return done.stream().mapToDouble(Stretch::seconds).sum() + current.seconds();
    }

    double stepSeconds() {
        return median(Stretch::seconds);
    }

    double stepProcessorSeconds() {
        return median(Stretch::processorSeconds);
    }

    private double median(ToDoubleFunction<Stretch> value) {
        List<Stretch> all = done.isEmpty() ? List.of(current) : done;
        double[] sorted = all.stream()
                .mapToDouble(stretch -> value.applyAsDouble(stretch) / Math.max(1, stretch.steps()))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
