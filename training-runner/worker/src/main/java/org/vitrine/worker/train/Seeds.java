package org.vitrine.worker.train;

import java.util.SplittableRandom;

/** Random streams that depend on the run's seed and a counter alone, so that a resumed run repeats them. */
final class Seeds {
    private Seeds() {}

    /** A seed for dropout and the like in one iteration. */
    static long ofIteration(long seed, int iteration) {
        return mix(seed, 2L * iteration);
    }

    /** For steps that change examples at random, in one epoch. */
    static long pass(long seed, int epoch) {
        return mix(~seed, epoch);
    }

    /** The order of {@code size} examples in one epoch. */
    static int[] order(long seed, int epoch, int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        SplittableRandom random = new SplittableRandom(mix(seed, 2L * epoch + 1));
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    private static long mix(long seed, long counter) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + counter).nextLong();
    }
}
