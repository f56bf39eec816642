package org.vitrine.attribution.methods.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.AnalyticModel;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Models;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class GradientMethodsTest {
    private static final AttributionOptions DEFAULT = AttributionOptions.DEFAULT;

    @Property(tries = 100)
    void theGradientOfALinearModelIsItsWeights(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[] w = Models.weights(draw, 6);
        Attribution attribution = new Gradient().attribute(Models.linear(w, 1), Models.input(draw, 6), 0, DEFAULT);
        assertThat(attribution.signed()).isTrue();
        for (int i = 0; i < 6; i++) {
            assertThat(attribution.relevance().values()[i]).isEqualTo((float) w[i]);
        }
    }

    @Property(tries = 100)
    void gradientTimesInputIsExactOnALinearModel(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[] w = Models.weights(draw, 6);
        AnalyticModel model = Models.linear(w, draw.gaussian());
        Tensor input = Models.input(draw, 6);
        Tensor baseline = Models.input(draw, 6);
        Attribution attribution = new GradientTimesInput().attribute(model, input, 0, withBaseline(baseline));
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            double share = w[i] * (input.values()[i] - baseline.values()[i]);
            assertThat(attribution.relevance().values()[i]).isCloseTo((float) share, within(1e-5f));
            sum += attribution.relevance().values()[i];
        }
        double difference = attribution.score() - model.score(AnalyticModel.doubles(baseline.values()), 0);
        assertThat(sum).isCloseTo(difference, within(1e-5));
    }

    @Property(tries = 50)
    void gradientsExplainTheChosenTargetOnly(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.tanhNetwork(draw, 5, 4);
        Tensor input = Models.input(draw, 5);
        double[] x = AnalyticModel.doubles(input.values());
        for (int target = 0; target < 2; target++) {
            Attribution attribution = new Gradient().attribute(model, input, target, DEFAULT);
            assertThat(attribution.score()).isCloseTo(model.score(x, target), within(1e-5));
            for (int i = 0; i < 5; i++) {
                double[] up = x.clone();
                double[] down = x.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double slope = (model.score(up, target) - model.score(down, target)) / 2e-5;
                assertThat(attribution.relevance().values()[i]).isCloseTo((float) slope, within(1e-4f));
            }
        }
    }

    @Property(tries = 50)
    void smoothGradWithoutNoiseIsTheGradient(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.tanhNetwork(draw, 5, 4);
        Tensor input = Models.input(draw, 5);
        Tensor expected = new Gradient().attribute(model, input, 1, DEFAULT).relevance();
        assertThat(new SmoothGrad().attribute(model, input, 1, smooth(25, 0)).relevance())
                .isEqualTo(expected);
    }

    @Test
    void smoothGradOfAQuadraticIsItsGradientUpToTheMeanOfTheNoise() {
        Draw draw = new Draw(3);
        double[] a = Models.weights(draw, 8);
        double[] b = Models.weights(draw, 8);
        Tensor input = Models.input(draw, 8);
        Attribution attribution = new SmoothGrad().attribute(Models.quadratic(a, b), input, 0, smooth(1000, 0.15));
        double deviation = 0.15 * range(input);
        for (int i = 0; i < 8; i++) {
            double expected = 2 * a[i] * input.values()[i] + b[i];
            double fourStandardErrors = 4 * 2 * Math.abs(a[i]) * deviation / Math.sqrt(1000);
            assertThat((double) attribution.relevance().values()[i]).isCloseTo(expected, within(fourStandardErrors));
        }
    }

    @Test
    void smoothGradConvergesToTheGradientOfTheSmoothedScore() {
        Draw draw = new Draw(4);
        double[] b = Models.weights(draw, 8);
        Tensor input = Models.input(draw, 8);
        double deviation = 0.3 * range(input);
        Attribution attribution = new SmoothGrad().attribute(Models.sines(b), input, 0, smooth(1000, 0.3));
        for (int i = 0; i < 8; i++) {
            double expected = Math.exp(-deviation * deviation / 2) * b[i] * Math.cos(input.values()[i]);
            assertThat((double) attribution.relevance().values()[i])
                    .isCloseTo(expected, within(4 * Math.abs(b[i]) / Math.sqrt(1000)));
        }
    }

    @Test
    void smoothGradIsSeeded() {
        Draw draw = new Draw(5);
        AnalyticModel model = Models.tanhNetwork(draw, 5, 4);
        Tensor input = Models.input(draw, 5);
        AttributionOptions other = DEFAULT.with(Map.of("seed", "43"));
        Tensor first = new SmoothGrad().attribute(model, input, 0, DEFAULT).relevance();
        assertThat(new SmoothGrad().attribute(model, input, 0, DEFAULT).relevance())
                .isEqualTo(first);
        assertThat(new SmoothGrad().attribute(model, input, 0, other).relevance())
                .isNotEqualTo(first);
    }

    private static AttributionOptions smooth(int samples, double noise) {
        return DEFAULT.with(Map.of("samples", Integer.toString(samples), "noise", Double.toString(noise)));
    }

    private static AttributionOptions withBaseline(Tensor baseline) {
        return DEFAULT.withBaseline(baseline);
    }

    private static double range(Tensor input) {
        float least = input.values()[0];
        float most = least;
        for (float value : input.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }
}
