package org.vitrine.attribution.methods.surrogates;

import java.util.List;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BaselineMethod;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/**
 * Shapley values of segments: what each adds to the score in the mean over all orders in which they could come to the baseline
 * (Lundberg and Lee 2017). Exact, by trying all combinations, where the samples suffice; else the least squares fit over
 * combinations drawn by the Shapley kernel, in pairs with their complements (Covert and Lee 2021). The values add up to the score
 * difference in any case.
 */
public final class KernelShap extends BaselineMethod {
    private static final MethodOption.Whole SAMPLES = new MethodOption.Whole("samples", 16, 100_000, 1000);
    /** Keeps the equations solvable; far below what can be seen. */
    private static final double RIDGE = 1e-9;

    @Override
    public String id() {
        return "kernel-shap";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.PERTURBATIONS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(SAMPLES, Segments.OPTION, Baselines.OPTION, AttributionOptions.SEED);
    }

    @Override
    public boolean isExpensive() {
        return true;
    }

    @Override
    protected boolean promisesCompleteness() {
        return true;
    }

    @Override
    protected Tensor relevance(Comparison at) {
        Segments segments = Segments.of(at.input(), at.baseline(), at.options().whole(Segments.OPTION));
        int samples = at.options().whole(SAMPLES);
        int n = segments.count();
        if (n == 0) {
            return segments.spread(new double[0]);
        }
        return segments.spread(
                Coalitions.canEnumerate(n, samples) ? exact(at, segments) : sampled(at, segments, samples));
    }

    private static double[] exact(Comparison at, Segments segments) {
        int n = segments.count();
        double[] scores = Coalitions.scores(at, segments, 1 << n, number -> Coalitions.numbered(number, n));
        double[] weights = new double[n];
        weights[0] = 1.0 / n;
        for (int size = 1; size < n; size++) {
            weights[size] = weights[size - 1] * size / (n - size);
        }
        double[] values = new double[n];
        for (int set = 0; set < scores.length; set++) {
            double weight = set == scores.length - 1 ? 0 : weights[Integer.bitCount(set)];
            for (int i = 0; i < n; i++) {
                if ((set >> i & 1) == 0) {
                    values[i] += weight * (scores[set | 1 << i] - scores[set]);
                }
            }
        }
        return values;
    }

    private static double[] sampled(Comparison at, Segments segments, int samples) {
        int n = segments.count();
        // Fewer equations than unknowns would say nothing.
        int pairs = Math.max(samples, 4 * n) / 2;
        long seed = at.options().seed();
        boolean[][] sets = new boolean[2 * pairs][];
        for (int i = 0; i < pairs; i++) {
            sets[2 * i] = drawn(n, Draw.forExample(seed, i));
            sets[2 * i + 1] = complement(sets[2 * i]);
        }
        double[] scores = Coalitions.scores(at, segments, sets.length, i -> sets[i]);
        double[][] matrix = new double[n][n];
        double[] right = new double[n];
        for (int s = 0; s < sets.length; s++) {
            for (int i = 0; i < n; i++) {
                if (sets[s][i]) {
                    right[i] += (scores[s] - at.baselineScore()) / sets.length;
                    for (int j = 0; j < n; j++) {
                        matrix[i][j] += sets[s][j] ? 1.0 / sets.length : 0;
                    }
                }
            }
        }
        LinearSystem system = LinearSystem.of(matrix, RIDGE);
        double[] free = system.solve(right);
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        double[] direction = system.solve(ones);
        double excess = sum(free) - (at.score() - at.baselineScore());
        double length = sum(direction);
        for (int i = 0; i < n; i++) {
            free[i] -= direction[i] * excess / length;
        }
        return free;
    }

    /** A set whose size has the probability that the Shapley kernel gives to all sets of this size. */
    private static boolean[] drawn(int n, Draw draw) {
        boolean[] set = new boolean[n];
        if (n == 1) {
            set[0] = true;
            return set;
        }
        double total = 0;
        for (int size = 1; size < n; size++) {
            total += 1.0 / ((double) size * (n - size));
        }
        double left = draw.uniform() * total;
        int size = 1;
        while (size < n - 1 && (left -= 1.0 / ((double) size * (n - size))) > 0) {
            size++;
        }
        int[] order = draw.permutation(n);
        for (int i = 0; i < size; i++) {
            set[order[i]] = true;
        }
        return set;
    }

    private static boolean[] complement(boolean[] set) {
        boolean[] other = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            other[i] = !set[i];
        }
        return other;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
