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
 * The weights of a linear model that was fitted to the scores of inputs of which random segments are missing (Ribeiro, Singh,
 * Guestrin 2016): superpixels of an image, tokens of a text, columns of a table. Inputs count by exp(-d²/width²), d being the cosine
 * distance to the whole; the fit is a ridge regression. All combinations are tried, once each, where the samples suffice.
 */
public final class Lime extends BaselineMethod {
    private static final MethodOption.Whole SAMPLES = new MethodOption.Whole("samples", 16, 100_000, 1000);
    private static final MethodOption.Decimal WIDTH = new MethodOption.Decimal("width", 0.01, 100, 0.25);
    private static final MethodOption.Decimal RIDGE = new MethodOption.Decimal("ridge", 1e-6, 1000, 1);

    @Override
    public String id() {
        return "lime";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.PERTURBATIONS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(SAMPLES, Segments.OPTION, WIDTH, RIDGE, Baselines.OPTION, AttributionOptions.SEED);
    }

    @Override
    public boolean isExpensive() {
        return true;
    }

    @Override
    protected Tensor relevance(Comparison at) {
        Segments segments = Segments.of(at.input(), at.baseline(), at.options().whole(Segments.OPTION));
        int n = segments.count();
        if (n == 0) {
            return segments.spread(new double[0]);
        }
        int samples = at.options().whole(SAMPLES);
        boolean all = Coalitions.canEnumerate(n, samples);
        long seed = at.options().seed();
        boolean[][] sets = new boolean[all ? 1 << n : samples][];
        for (int i = 0; i < sets.length; i++) {
            // The whole input is always among them.
            sets[i] = all ? Coalitions.numbered(sets.length - 1 - i, n) : i == 0 ? whole(n) : drawn(n, seed, i);
        }
        double[] scores = Coalitions.scores(at, segments, sets.length, i -> sets[i]);
        return segments.spread(
                fit(sets, scores, at.options().decimal(WIDTH), at.options().decimal(RIDGE)));
    }

    private static boolean[] whole(int n) {
        boolean[] set = new boolean[n];
        java.util.Arrays.fill(set, true);
        return set;
    }

    private static boolean[] drawn(int n, long seed, int sample) {
        Draw draw = Draw.forExample(seed, sample);
        boolean[] set = new boolean[n];
        for (int i = 0; i < n; i++) {
            set[i] = draw.uniform() < 0.5;
        }
        return set;
    }

    /** Weighted ridge regression with a free intercept, over centred values. */
    private static double[] fit(boolean[][] sets, double[] scores, double width, double ridge) {
        int n = sets[0].length;
        double[] weights = new double[sets.length];
        double total = 0;
        double meanScore = 0;
        double[] means = new double[n];
        for (int s = 0; s < sets.length; s++) {
            weights[s] = weight(sets[s], width);
            total += weights[s];
            meanScore += weights[s] * scores[s];
            for (int i = 0; i < n; i++) {
                means[i] += sets[s][i] ? weights[s] : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            means[i] /= total;
        }
        meanScore /= total;
        double[][] matrix = new double[n][n];
        double[] right = new double[n];
        for (int s = 0; s < sets.length; s++) {
            for (int i = 0; i < n; i++) {
                double here = (sets[s][i] ? 1 : 0) - means[i];
                right[i] += weights[s] * here * (scores[s] - meanScore);
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += weights[s] * here * ((sets[s][j] ? 1 : 0) - means[j]);
                }
            }
        }
        return LinearSystem.of(matrix, ridge).solve(right);
    }

    private static double weight(boolean[] set, double width) {
        int present = 0;
        for (boolean there : set) {
            present += there ? 1 : 0;
        }
        double distance = 1 - Math.sqrt(present / (double) set.length);
        return Math.exp(-distance * distance / (width * width));
    }
}
