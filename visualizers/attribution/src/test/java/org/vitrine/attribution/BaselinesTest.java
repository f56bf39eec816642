package org.vitrine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.attribution.methods.gradients.IntegratedGradients;
import org.vitrine.attribution.methods.surrogates.KernelShap;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class BaselinesTest {
    private static final Background BACKGROUND =
            new Background(Tensor.of(new float[] {1, 2}, 2), Tensor.of(new float[] {-1, 0, 3, 4}, 2, 2));

    @Test
    void namesStandForInputs() {
        Tensor input = Tensor.of(new float[] {5, 6}, 2);
        assertThat(Baselines.of(input, named("zero")).get(0)).containsExactly(0, 0);
        assertThat(Baselines.of(input, named("mean")).get(0)).containsExactly(1, 2);
        List<float[]> extremes = Baselines.of(input, named("black-white"));
        assertThat(extremes.get(0)).containsExactly(-1, -1);
        assertThat(extremes.get(1)).containsExactly(4, 4);
        List<float[]> noises = Baselines.of(input, named("noise"));
        assertThat(noises).hasSize(5);
        assertThat(noises).allSatisfy(noise -> {
            for (float value : noise) {
                assertThat(value).isBetween(-1f, 4f);
            }
        });
        assertThat(noises.get(0)).isNotEqualTo(noises.get(1));
        assertThatThrownBy(() -> Baselines.of(input, named("blurred"))).hasMessageContaining("needs an image");
        assertThatThrownBy(() -> Baselines.of(input, AttributionOptions.DEFAULT.with(Map.of("baseline", "mean"))))
                .hasMessageContaining("training data");
    }

    @Test
    void blurringKeepsTheSumInsideAndConstantsEverywhere() {
        float[] point = new float[41 * 41];
        point[20 * 41 + 20] = 1;
        float[] blurred =
                Baselines.of(Tensor.of(point, 1, 41, 41), named("blurred")).get(0);
        double sum = 0;
        for (float value : blurred) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
        assertThat(blurred[20 * 41 + 20]).isLessThan(0.05f);
        float[] flat = new float[30];
        Arrays.fill(flat, 0.4f);
        for (float value :
                Baselines.of(Tensor.of(flat, 3, 10), named("blurred")).get(0)) {
            assertThat(value).isCloseTo(0.4f, within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero", "mean", "noise", "black-white"})
    void overSeveralBaselinesRelevancesAddUpToTheMeanDifference(String name) {
        Draw draw = new Draw(5);
        AnalyticModel model = Models.tanhNetwork(draw, 2, 3);
        Tensor input = Models.input(draw, 2);
        AttributionOptions options = named(name);
        double mean = Baselines.of(input, options).stream()
                .mapToDouble(baseline -> model.score(AnalyticModel.doubles(baseline), 0))
                .average()
                .orElseThrow();
        for (AttributionMethod method : List.of(new IntegratedGradients(), new KernelShap())) {
            Attribution found = method.attribute(model, input, 0, options);
            double sum = found.relevance().values()[0] + found.relevance().values()[1];
            assertThat(sum).as(method.id()).isCloseTo(found.score() - mean, within(0.02));
            assertThat(found.completenessGap()).isPresent();
        }
    }

    private static AttributionOptions named(String baseline) {
        return AttributionOptions.DEFAULT.withBackground(BACKGROUND).with(Map.of("baseline", baseline));
    }
}
