package org.vitrine.attribution.methods.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.AnalyticModel;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Background;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.Models;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class IntegratedGradientsTest {
    private static final AttributionOptions DEFAULT = AttributionOptions.DEFAULT;

    @Property(tries = 100)
    void itIsExactOnALinearModel(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int steps) {
        Draw draw = new Draw(seed);
        double[] w = Models.weights(draw, 6);
        Tensor input = Models.input(draw, 6);
        Attribution attribution = integrate(Models.linear(w, 0.7), input, 0, steps, null);
        for (int i = 0; i < 6; i++) {
            assertThat(attribution.relevance().values()[i])
                    .isCloseTo((float) (w[i] * input.values()[i]), within(1e-5f));
        }
    }

    @Property(tries = 100)
    void itIsExactOnAQuadraticFromAnyBaseline(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[] a = Models.weights(draw, 6);
        double[] b = Models.weights(draw, 6);
        Tensor input = Models.input(draw, 6);
        Tensor baseline = Models.input(draw, 6);
        Attribution attribution = integrate(Models.quadratic(a, b), input, 0, 2, baseline);
        for (int i = 0; i < 6; i++) {
            double x = input.values()[i];
            double from = baseline.values()[i];
            double share = a[i] * (x * x - from * from) + b[i] * (x - from);
            assertThat((double) attribution.relevance().values()[i]).isCloseTo(share, within(1e-4));
        }
    }

    @Property(tries = 100)
    void relevancesOfACurvedModelAddUpToTheScoreDifference(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.tanhNetwork(draw, 10, 8);
        Tensor input = Models.input(draw, 10);
        Attribution attribution = new IntegratedGradients().attribute(model, input, 1, DEFAULT);
        double difference = attribution.score() - model.score(new double[10], 1);
        assertThat(sum(attribution.relevance())).isCloseTo(difference, within(1e-4 + 0.01 * Math.abs(difference)));
    }

    @Property(tries = 100)
    void relevancesOfAModelWithKinksAddUpToTheScoreDifference(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.reluNetwork(draw, 20, 32);
        Tensor input = Models.input(draw, 20);
        Attribution attribution = new IntegratedGradients().attribute(model, input, 0, DEFAULT);
        double difference = attribution.score() - model.score(new double[20], 0);
        assertThat(sum(attribution.relevance()))
                .isCloseTo(difference, within(0.01 * sumOfSizes(attribution.relevance())));
        double gap = attribution.completenessGap().orElseThrow();
        assertThat(gap * Math.abs(difference))
                .isCloseTo(Math.abs(sum(attribution.relevance()) - difference), within(1e-3));
    }

    @Property(tries = 30)
    void theGapShrinksWithTheSteps(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.tanhNetwork(draw, 10, 8);
        Tensor input = Models.input(draw, 10);
        double difference = model.score(AnalyticModel.doubles(input.values()), 0) - model.score(new double[10], 0);
        double[] errors = new double[3];
        int[] steps = {3, 12, 100};
        for (int i = 0; i < 3; i++) {
            errors[i] = Math.abs(sum(integrate(model, input, 0, steps[i], null).relevance()) - difference);
        }
        assertThat(errors[1]).isLessThanOrEqualTo(errors[0] + 0.01);
        assertThat(errors[2]).isLessThan(1e-4);
    }

    @Test
    void whereTheGapIsLargeItTakesMoreSteps() {
        // A steep step half way: one point on the path can not see it.
        AnalyticModel model = Models.network(1, new double[] {40}, new double[] {-13}, new double[] {1}, false);
        Tensor input = Tensor.of(new float[] {1}, 1);
        Attribution once = integrate(model, input, 0, 6, null);
        Attribution more = new IntegratedGradients().attribute(model, input, 0, steps(6, null));
        assertThat(once.completenessGap().orElseThrow()).isGreaterThan(0.01);
        assertThat(more.completenessGap().orElseThrow()).isLessThan(0.01);
    }

    @Property(tries = 50)
    void aValueThatDoesNotMatterGetsNothingAndOneThatDoesGetsSomething(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[] w = Models.weights(draw, 4 * 5);
        for (int h = 0; h < 5; h++) {
            w[h * 4 + 2] = 0;
        }
        AnalyticModel model = Models.network(4, w, Models.weights(draw, 5), Models.weights(draw, 10), false);
        Tensor input = Models.input(draw, 4);
        Attribution attribution = new IntegratedGradients().attribute(model, input, 0, DEFAULT);
        assertThat(attribution.relevance().values()[2]).isZero();
        // Sensitivity: input and baseline differ in one value only and have different scores.
        Tensor single = Tensor.of(new float[] {0, 1.5f, 0, 0}, 4);
        Attribution alone = new IntegratedGradients().attribute(model, single, 0, DEFAULT);
        double difference = model.score(new double[] {0, 1.5, 0, 0}, 0) - model.score(new double[4], 0);
        assertThat((double) alone.relevance().values()[1])
                .isCloseTo(difference, within(1e-4 + 0.01 * Math.abs(difference)));
    }

    @Property(tries = 50)
    void modelsThatComputeTheSameAreExplainedTheSame(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[] w = Models.weights(draw, 12);
        double[] bias = Models.weights(draw, 3);
        double[] v = Models.weights(draw, 3);
        // The same function with each hidden unit twice at half weight, in another order, one with both signs turned.
        double[] w2 = new double[24];
        double[] bias2 = new double[6];
        double[] v2 = new double[6];
        for (int h = 0; h < 6; h++) {
            int from = (h + 1) % 3;
            double sign = h < 3 ? 1 : -1;
            for (int i = 0; i < 4; i++) {
                w2[h * 4 + i] = sign * w[from * 4 + i];
            }
            bias2[h] = sign * bias[from];
            v2[h] = sign * v[from] / 2;
        }
        AnalyticModel one = Models.network(4, w, bias, v, false);
        AnalyticModel other = Models.network(4, w2, bias2, v2, false);
        Tensor input = Models.input(draw, 1, 4);
        AttributionOptions options =
                DEFAULT.withBackground(new Background(Tensor.zeros(1, 4), Models.input(draw, 3, 1, 4)));
        for (AttributionMethod method : AttributionMethods.all()) {
            if (method.family() != MethodFamily.RULES && method.family() != MethodFamily.FEATURE_MAPS) {
                Tensor first = method.attribute(one, input, 0, options).relevance();
                Tensor second = method.attribute(other, input, 0, options).relevance();
                for (int i = 0; i < 4; i++) {
                    assertThat(second.values()[i]).as(method.id()).isCloseTo(first.values()[i], within(1e-4f));
                }
            }
        }
    }

    @Test
    void theWholePathIsOneBatch() {
        Draw draw = new Draw(1);
        AnalyticModel model = Models.tanhNetwork(draw, 4, 3);
        new IntegratedGradients().attribute(model, Models.input(draw, 4), 0, DEFAULT);
        assertThat(model.largestBatch()).isEqualTo(50);
        AnalyticModel other = Models.tanhNetwork(draw, 4, 3);
        integrate(other, Models.input(draw, 4), 0, 500, null);
        assertThat(other.largestBatch()).isEqualTo(Inputs.BATCH);
    }

    @Property(tries = 60)
    void quadratureIsExactForPolynomials(@ForAll @IntRange(min = 1, max = 200) int n) {
        GaussLegendre rule = GaussLegendre.of(n);
        int degree = Math.min(2 * n - 1, 60);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < n; i++) {
            sum += rule.weights()[i] * Math.pow(rule.points()[i], degree);
            weights += rule.weights()[i];
            assertThat(rule.points()[i]).isBetween(i == 0 ? 0.0 : rule.points()[i - 1], 1.0);
        }
        assertThat(sum).isCloseTo(1.0 / (degree + 1), within(1e-12));
        assertThat(weights).isCloseTo(1, within(1e-12));
    }

    private static Attribution integrate(
            DifferentiableModel model, Tensor input, int target, int steps, @Nullable Tensor baseline) {
        return new IntegratedGradients(0).attribute(model, input, target, steps(steps, baseline));
    }

    private static AttributionOptions steps(int steps, @Nullable Tensor baseline) {
        return DEFAULT.with(Map.of("steps", Integer.toString(steps))).withBaseline(baseline);
    }

    private static double sumOfSizes(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static double sum(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += value;
        }
        return sum;
    }
}
