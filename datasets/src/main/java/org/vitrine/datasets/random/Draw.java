package org.vitrine.datasets.random;

import java.util.SplittableRandom;

/** Random numbers that are the same on every machine and Java version: SplittableRandom's 64 bits and StrictMath only. */
public final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    public Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** An independent stream for one example, so that the number of examples does not change the earlier ones. */
    public static Draw forExample(long seed, long example) {
        return new Draw(mix(mix(seed + GOLDEN) ^ (example * GOLDEN)));
    }

    /** Even over [0, 1). */
    public double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Even over [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Even over 0 to bound - 1; the bias of at most bound / 2^53 does not matter. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Normal with mean 0 and deviation 1, by Box and Muller 1958. */
    public double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** The numbers 0 to n - 1 in random order (Fisher and Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Stafford's variant 13 of the MurmurHash3 finaliser. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
