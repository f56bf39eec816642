package org.vitrine.worker.network;

import java.util.function.Consumer;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Split;

/** Goes through a split in its own order. */
public final class Batches {
    /** Examples at a time without training: enough to keep the processor busy, little memory. */
    private static final int SIZE = 128;

    private Batches() {}

    /** Hands out all examples of a split in batches. */
    public static void forEach(Split split, Consumer<Batch> consumer) {
        for (int start = 0; start < split.size(); start += SIZE) {
            int[] indices = new int[Math.min(SIZE, split.size() - start)];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = start + i;
            }
            consumer.accept(split.batch(indices));
        }
    }

    /** What a part of the data scored: sums over its examples, and the metric. */
    public record Evaluated(Score score, double metric) {}

    /** Scores all examples of a split without training. */
    public static Evaluated evaluate(Network network, Split split) {
        try (DataParallel alone = new DataParallel(network, 1)) {
            return alone.evaluate(split);
        }
    }
}
