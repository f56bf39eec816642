package org.vitrine.attribution.methods.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.AnalyticModel;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Background;
import org.vitrine.attribution.BaselineMethod;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Models;
import org.vitrine.attribution.methods.gradients.GradientShap;
import org.vitrine.attribution.methods.gradients.IntegratedGradients;
import org.vitrine.attribution.methods.surrogates.KernelShap;
import org.vitrine.attribution.methods.surrogates.Lime;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class PerturbationMethodsTest {
    private static final AttributionOptions DEFAULT = AttributionOptions.DEFAULT;

    @Property(tries = 50)
    void shapleyValuesOfALinearModelAreItsShares(@ForAll long seed) {
        Draw draw = new Draw(seed);
        // 6 columns are enumerated, 40 are sampled: the fit is exact for both.
        for (int n : new int[] {6, 40}) {
            double[] w = Models.weights(draw, n);
            Tensor input = Models.input(draw, n);
            Tensor baseline = Models.input(draw, n);
            float[] found = new KernelShap()
                    .attribute(Models.linear(w, 0.3), input, 0, DEFAULT.withBaseline(baseline))
                    .relevance()
                    .values();
            for (int i = 0; i < n; i++) {
                double share = w[i] * (input.values()[i] - baseline.values()[i]);
                assertThat((double) found[i]).isCloseTo(share, within(1e-3));
            }
        }
    }

    @Property(tries = 50)
    void exactShapleyValuesAreMeansOverAllOrders(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.reluNetwork(draw, 4, 6);
        Tensor input = Models.input(draw, 4);
        Tensor baseline = Models.input(draw, 4);
        double[] expected = new double[4];
        List<int[]> orders = orders(4);
        for (int[] order : orders) {
            double[] x = AnalyticModel.doubles(baseline.values());
            double before = model.score(x, 1);
            for (int i : order) {
                x[i] = input.values()[i];
                double now = model.score(x, 1);
                expected[i] += (now - before) / orders.size();
                before = now;
            }
        }
        Attribution found = new KernelShap().attribute(model, input, 1, DEFAULT.withBaseline(baseline));
        for (int i = 0; i < 4; i++) {
            assertThat((double) found.relevance().values()[i]).isCloseTo(expected[i], within(1e-4));
        }
    }

    private static List<int[]> orders(int n) {
        if (n == 0) {
            return List.of(new int[0]);
        }
        List<int[]> all = new ArrayList<>();
        for (int[] shorter : orders(n - 1)) {
            for (int place = 0; place < n; place++) {
                int[] order = new int[n];
                for (int i = 0; i < n; i++) {
                    order[i] = i < place ? shorter[i] : i == place ? n - 1 : shorter[i - 1];
                }
                all.add(order);
            }
        }
        return all;
    }

    @Property(tries = 30)
    void sampledShapleyValuesAddUpAndAreNearTheExactOnes(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.tanhNetwork(draw, 10, 4);
        Tensor input = Models.input(draw, 10);
        Attribution exact = shap(model, input, 1024);
        Attribution sampled = shap(model, input, 1023);
        assertThat(exact.completenessGap().orElseThrow()).isLessThan(1e-3);
        double difference = sampled.score() - model.score(new double[10], 0);
        assertThat(sum(sampled.relevance())).isCloseTo(difference, within(1e-4));
        for (int i = 0; i < 10; i++) {
            assertThat(sampled.relevance().values()[i])
                    .isCloseTo(exact.relevance().values()[i], within(0.25f));
        }
    }

    private static Attribution shap(DifferentiableModel model, Tensor input, int samples) {
        return new KernelShap().attribute(model, input, 0, DEFAULT.with(Map.of("samples", Integer.toString(samples))));
    }

    @Property(tries = 30)
    void whatTheModelDoesNotReadGetsNothingAndTwinsGetTheSame(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[] v = Models.weights(draw, 2);
        // 0 and 1 are twins, 2 is not read.
        double[] w = {1.5, 1.5, 0, -0.7, 0.4, 0.4, 0, 1.1};
        AnalyticModel model = Models.network(4, w, new double[] {0.1, -0.2}, v, true);
        Tensor input = Tensor.of(new float[] {0.8f, 0.8f, 3, -1}, 4);
        for (BaselineMethod method :
                List.of(new KernelShap(), new Lime(), new IntegratedGradients(), new Occlusion())) {
            float[] found =
                    method.attribute(model, input, 0, DEFAULT).relevance().values();
            assertThat(found[0]).as(method.id()).isCloseTo(found[1], within(1e-4f));
            // The weights of LIME's samples tie its parts together, so that it does not promise this.
            if (!(method instanceof Lime)) {
                assertThat(found[2]).as(method.id()).isCloseTo(0, within(1e-4f));
            }
        }
    }

    @Property(tries = 30)
    void limeFindsTheWeightsOfALinearModel(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int n : new int[] {5, 30}) {
            double[] w = Models.weights(draw, n);
            Tensor input = Models.input(draw, n);
            float[] found = new Lime()
                    .attribute(Models.linear(w, 2), input, 0, DEFAULT.with(Map.of("ridge", "1e-6")))
                    .relevance()
                    .values();
            for (int i = 0; i < n; i++) {
                assertThat((double) found[i]).isCloseTo(w[i] * input.values()[i], within(1e-3));
            }
        }
    }

    @Test
    void limeIsTheWeightedRegressionOfItsPaper() {
        // Two columns, score = both there: four combinations, checked by hand-solved normal equations without a ridge.
        AnalyticModel and = Models.product();
        double half = weight(1 - Math.sqrt(0.5), 0.5);
        double none = weight(1, 0.5);
        // By symmetry w1 = w2 = w: minimise Σ π (s - a - w k)² over k = number of parts.
        double total = none + 2 * half + 1;
        double meanK = (2 * half + 2) / total;
        double meanS = 1 / total;
        double w = (1 * (2 - meanK) * (1 - meanS)
                        + 2 * half * (1 - meanK) * (0 - meanS)
                        + none * (0 - meanK) * (0 - meanS))
                / ((2 - meanK) * (2 - meanK) + 2 * half * (1 - meanK) * (1 - meanK) + none * meanK * meanK);
        float[] found = new Lime()
                .attribute(
                        and, Tensor.of(new float[] {1, 1}, 2), 0, DEFAULT.with(Map.of("ridge", "1e-6", "width", "0.5")))
                .relevance()
                .values();
        assertThat((double) found[0]).isCloseTo(w, within(1e-4));
        assertThat((double) found[1]).isCloseTo(w, within(1e-4));
    }

    private static double weight(double distance, double width) {
        return Math.exp(-distance * distance / (width * width));
    }

    @Test
    void riseOfALinearModelIsTheShareOfWhatAMaskHides() {
        // Cells as large as pixels: neighbours are drawn alone, and the shift is nothing.
        Draw draw = new Draw(4);
        double[] w = Models.weights(draw, 9);
        Tensor input = Models.input(draw, 1, 3, 3);
        Attribution found = new Rise()
                .attribute(
                        Models.linear(w, 5), input, 0, DEFAULT.with(Map.of("samples", "20000", "probability", "0.3")));
        for (int i = 0; i < 9; i++) {
            double share = w[i] * input.values()[i];
            // E[s | visible] - E[s] = share (1 - p); its error falls with the number of masks that show the pixel.
            assertThat((double) found.relevance().values()[i]).isCloseTo(share * 0.7, within(0.12));
        }
        assertThat(found.relevance().shape()).containsExactly(1, 3, 3);
    }

    @Test
    void riseOfWhatCountsEverywhereTheSameIsZero() {
        Attribution found =
                new Rise().attribute(Models.linear(new double[64], 3), Models.input(new Draw(1), 1, 8, 8), 0, DEFAULT);
        assertThat(found.relevance().values()).containsOnly(0f);
        assertThatThrownBy(() -> new Rise().attribute(Models.linear(new double[4], 0), Tensor.zeros(4), 0, DEFAULT))
                .hasMessageContaining("needs an image or a sequence");
    }

    @Test
    void gradientShapOfALinearModelComparesWithTheMeanExample() {
        Draw draw = new Draw(9);
        double[] w = Models.weights(draw, 5);
        Tensor input = Models.input(draw, 5);
        Tensor examples = Models.input(draw, 30, 5);
        Background background = new Background(Tensor.zeros(5), examples);
        Attribution found = new GradientShap()
                .attribute(
                        Models.linear(w, 1),
                        input,
                        0,
                        DEFAULT.withBackground(background).with(Map.of("samples", "10000")));
        for (int i = 0; i < 5; i++) {
            double mean = 0;
            for (int row = 0; row < 30; row++) {
                mean += examples.values()[row * 5 + i] / 30;
            }
            // Four standard errors of a mean over 10,000 draws.
            assertThat((double) found.relevance().values()[i])
                    .isCloseTo(w[i] * (input.values()[i] - mean), within(0.06 * Math.abs(w[i])));
        }
    }

    @Property(tries = 10)
    void gradientShapFromOneBaselineComesToIntegratedGradients(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.tanhNetwork(draw, 4, 3);
        Tensor input = Models.input(draw, 4);
        float[] exact = new IntegratedGradients()
                .attribute(model, input, 0, DEFAULT)
                .relevance()
                .values();
        float[] drawn = new GradientShap()
                .attribute(model, input, 0, DEFAULT.with(Map.of("baseline", "zero", "samples", "10000")))
                .relevance()
                .values();
        for (int i = 0; i < 4; i++) {
            assertThat(drawn[i]).isCloseTo(exact[i], within(0.1f + 0.05f * Math.abs(exact[i])));
        }
    }

    @Test
    void progressIsToldAndStops() {
        List<Double> shares = new ArrayList<>();
        Tensor input = Models.input(new Draw(2), 1, 6, 6);
        AnalyticModel model = Models.linear(new double[36], 1);
        new Rise().attribute(model, input, 0, DEFAULT.withProgress(shares::add));
        assertThat(shares).hasSizeGreaterThan(10).isSorted().allMatch(share -> share >= 0 && share < 1);
        assertThatThrownBy(() -> new KernelShap().attribute(model, input, 0, DEFAULT.withProgress(share -> {
                    throw new CancellationException();
                })))
                .isInstanceOf(CancellationException.class);
    }

    private static double sum(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += value;
        }
        return sum;
    }
}
