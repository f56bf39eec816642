package org.vitrine.runs.watch;

import java.util.List;

/**
 * What a worker watches while it trains, and how often. Each kind has a shortest time between two looks; 0 seconds look after each
 * iteration, infinity never looks. All of them together take no more than a share of the time: who is too dear waits longer.
 *
 * @param share of the worker's time that watching may take: 0 for nothing, 1 for no limit
 * @param normsSeconds between looks at the norms of gradients, updates and weights
 * @param histogramsSeconds between looks at how weights, activations and gradients are spread, and at dead units
 * @param picturesSeconds between looks at filters and feature maps
 * @param surfaceSeconds between looks at the decision surface of a model with two inputs
 * @param epochs whether examples that are pinned and the confusion matrix are looked at when an epoch ends
 * @param method id of the attribution method for pinned examples
 * @param pinned chosen examples; empty for some of different classes
 */
public record Watching(
        double share,
        double normsSeconds,
        double histogramsSeconds,
        double picturesSeconds,
        double surfaceSeconds,
        boolean epochs,
        String method,
        List<Pinned> pinned) {
    /** The method unless another one is chosen: one pass backward. */
    public static final String DEFAULT_METHOD = "gradient-x-input";

    /** Two hundredths of the time. */
    public static final Watching DEFAULT = new Watching(0.02, 0.25, 1, 2, 0.05, true, DEFAULT_METHOD, List.of());

    /** Nothing beyond the events. */
    public static final Watching OFF =
            new Watching(0, never(), never(), never(), never(), false, DEFAULT_METHOD, List.of());

    private static double never() {
        return Double.POSITIVE_INFINITY;
    }

    /** @throws IllegalArgumentException if a rate makes no sense */
    public Watching {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Watching can not take " + share + " of the time");
        }
        for (double seconds : new double[] {normsSeconds, histogramsSeconds, picturesSeconds, surfaceSeconds}) {
            if (!(seconds >= 0)) {
                throw new IllegalArgumentException("Watching can not look each " + seconds + " s");
            }
        }
        pinned = List.copyOf(pinned);
    }

    /** Everything so many times as often, with so many times the share. */
    public Watching faster(double times) {
        return new Watching(
                Math.min(1, share * times),
                normsSeconds / times,
                histogramsSeconds / times,
                picturesSeconds / times,
                surfaceSeconds / times,
                epochs,
                method,
                pinned);
    }

    public Watching withMethod(String id) {
        return new Watching(
                share, normsSeconds, histogramsSeconds, picturesSeconds, surfaceSeconds, epochs, id, pinned);
    }

    public Watching withPinned(List<Pinned> examples) {
        return new Watching(
                share, normsSeconds, histogramsSeconds, picturesSeconds, surfaceSeconds, epochs, method, examples);
    }

    /** Whether anything is watched at all. */
    public boolean isOn() {
        return share > 0;
    }
}
