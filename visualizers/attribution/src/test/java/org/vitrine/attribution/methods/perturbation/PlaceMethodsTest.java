package org.vitrine.attribution.methods.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.AnalyticModel;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.ConvolutionModel;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Models;
import org.vitrine.attribution.methods.maps.GradCam;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class PlaceMethodsTest {

    @Property(tries = 50)
    void occludingTheWholeInputGivesTheScoreDifferenceEverywhere(@ForAll long seed) {
        Draw draw = new Draw(seed);
        AnalyticModel model = Models.tanhNetwork(draw, 24, 4);
        Tensor input = Models.input(draw, 2, 3, 4);
        Tensor baseline = Models.input(draw, 2, 3, 4);
        Attribution attribution = occlude(model, input, 1, 9, baseline);
        double difference = attribution.score() - model.score(AnalyticModel.doubles(baseline.values()), 1);
        assertThat(attribution.relevance().shape()).containsExactly(1, 3, 4);
        for (float value : attribution.relevance().values()) {
            assertThat((double) value).isCloseTo(difference, within(1e-4));
        }
    }

    @Property(tries = 50)
    void occludingSinglePlacesOfALinearModelGivesTheirShares(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[] w = Models.weights(draw, 24);
        Tensor image = Models.input(draw, 2, 3, 4);
        Attribution pixels = occlude(Models.linear(w, 0), image, 0, 1, null);
        for (int p = 0; p < 12; p++) {
            double share = w[p] * image.values()[p] + w[p + 12] * image.values()[p + 12];
            assertThat((double) pixels.relevance().values()[p]).isCloseTo(share, within(1e-4));
        }
        Tensor sequence = image.reshape(4, 6);
        Attribution steps = occlude(Models.linear(w, 0), sequence, 0, 0, null);
        assertThat(steps.relevance().shape()).containsExactly(1, 6);
        for (int t = 0; t < 6; t++) {
            double share = 0;
            for (int f = 0; f < 4; f++) {
                share += w[f * 6 + t] * image.values()[f * 6 + t];
            }
            assertThat((double) steps.relevance().values()[t]).isCloseTo(share, within(1e-4));
        }
        Attribution columns = occlude(Models.linear(w, 0), image.reshape(24), 0, 9, null);
        for (int i = 0; i < 24; i++) {
            assertThat((double) columns.relevance().values()[i]).isCloseTo(w[i] * image.values()[i], within(1e-4));
        }
    }

    @Test
    void overlappingWindowsAreAveraged() {
        // Windows of two steps at 0, 1 and 2; only the second step counts.
        AnalyticModel model = Models.linear(new double[] {0, 6, 0, 0}, 0);
        Attribution attribution = occlude(model, Tensor.of(new float[] {1, 1, 1, 1}, 1, 4), 0, 2, null);
        assertThat(attribution.relevance().values()).containsExactly(6, 6, 3, 0);
    }

    @Property(tries = 200)
    void windowsCoverEveryPlace(
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 0, max = 12) int window,
            @ForAll @IntRange(min = 1, max = 10) int most) {
        AnalyticModel model = Models.linear(new double[height * width], 0);
        Attribution attribution = new Occlusion()
                .attribute(
                        model,
                        Tensor.zeros(1, height, width),
                        0,
                        AttributionOptions.DEFAULT.with(
                                Map.of("steps", Integer.toString(most), "window", Integer.toString(window))));
        for (float value : attribution.relevance().values()) {
            assertThat(value).isZero();
        }
    }

    @Property(tries = 50)
    void gradCamIsTheWeightedSumOfFeatureMapsWithoutItsNegativePart(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[][] filters = {Models.weights(draw, 4), Models.weights(draw, 4)};
        double[] head = Models.weights(draw, 2);
        ConvolutionModel model = new ConvolutionModel(4, filters, head);
        Tensor input = Models.input(draw, 1, 4, 4);
        Attribution attribution = new GradCam().attribute(model, input, 0, AttributionOptions.DEFAULT);
        assertThat(attribution.signed()).isFalse();
        assertThat(attribution.relevance().shape()).containsExactly(1, 4, 4);
        double[] x = AnalyticModel.doubles(input.values());
        double[] cam = new double[4];
        for (int p = 0; p < 4; p++) {
            cam[p] = Math.max(0, head[0] * model.map(x, 0)[p] + head[1] * model.map(x, 1)[p]);
        }
        // The corners of the enlarged map are the map itself; between them lies a mix of 3 to 1.
        float[] values = attribution.relevance().values();
        assertThat((double) values[0]).isCloseTo(cam[0], within(1e-4));
        assertThat((double) values[3]).isCloseTo(cam[1], within(1e-4));
        assertThat((double) values[12]).isCloseTo(cam[2], within(1e-4));
        assertThat((double) values[15]).isCloseTo(cam[3], within(1e-4));
        assertThat((double) values[1]).isCloseTo(0.75 * cam[0] + 0.25 * cam[1], within(1e-4));
        double inner = 0.5625 * cam[0] + 0.1875 * cam[1] + 0.1875 * cam[2] + 0.0625 * cam[3];
        assertThat((double) values[5]).isCloseTo(inner, within(1e-4));
    }

    @Test
    void gradCamSaysWhenItCanNot() {
        GradCam method = new GradCam();
        AnalyticModel flat = Models.linear(new double[4], 0);
        assertThatThrownBy(() -> method.attribute(flat, Tensor.zeros(4), 0, AttributionOptions.DEFAULT))
                .hasMessageContaining("needs a convolution");
        ConvolutionModel model = new ConvolutionModel(4, new double[1][4], new double[1]);
        AttributionOptions wrong = AttributionOptions.DEFAULT.with(Map.of("layer", "conv9"));
        assertThatThrownBy(() -> method.attribute(model, Tensor.zeros(1, 4, 4), 0, wrong))
                .hasMessage("There is no convolution \"conv9\". There are: conv.");
    }

    @Property(tries = 50)
    void enlargingKeepsConstantsAndBounds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int from,
            @ForAll @IntRange(min = 1, max = 30) int to) {
        Tensor map = Models.input(new Draw(seed), from, from);
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (float value : map.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        for (float value : Bilinear.resize(map.values(), from, from, to, to)) {
            assertThat(value).isBetween(least, most);
        }
        assertThat(Bilinear.resize(map.values(), from, from, from, from)).isEqualTo(map.values());
    }

    private static Attribution occlude(
            DifferentiableModel model, Tensor input, int target, int window, @Nullable Tensor baseline) {
        return new Occlusion()
                .attribute(
                        model,
                        input,
                        target,
                        AttributionOptions.DEFAULT
                                .with(Map.of("window", Integer.toString(window)))
                                .withBaseline(baseline));
    }
}
