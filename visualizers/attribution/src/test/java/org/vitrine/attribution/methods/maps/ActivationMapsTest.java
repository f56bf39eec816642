package org.vitrine.attribution.methods.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.vitrine.attribution.AnalyticModel;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Background;
import org.vitrine.attribution.ConvolutionModel;
import org.vitrine.attribution.Models;
import org.vitrine.attribution.methods.perturbation.Bilinear;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class ActivationMapsTest {
    private static final AttributionOptions DEFAULT = AttributionOptions.DEFAULT;

    @Property(tries = 50)
    void gradCamPlusPlusWeighsPlacesByTheFormulaOfItsPaper(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[][] filters = {Models.weights(draw, 4), Models.weights(draw, 4)};
        double[] head = {0.8, -0.5};
        ConvolutionModel model = new ConvolutionModel(4, filters, head);
        Tensor input = Models.input(draw, 1, 4, 4);
        double[] x = AnalyticModel.doubles(input.values());
        double[] map = model.map(x, 0);
        double sum = map[0] + map[1] + map[2] + map[3];
        // The gradient is 0.8 at each of four places; the second filter speaks against and has no weight.
        double weight = 4 * 0.8 * 0.64 / (2 * 0.64 + 0.512 * sum);
        float[] found = new GradCamPlusPlus()
                .attribute(model, input, 0, DEFAULT)
                .relevance()
                .values();
        assertThat((double) found[0]).isCloseTo(weight * map[0], within(1e-4));
        assertThat((double) found[3]).isCloseTo(weight * map[1], within(1e-4));
        assertThat((double) found[15]).isCloseTo(weight * map[3], within(1e-4));
    }

    @Property(tries = 50)
    void scoreCamWeighsMapsByTheSoftmaxOfTheirScores(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[][] filters = {Models.weights(draw, 4), Models.weights(draw, 4)};
        double[] head = Models.weights(draw, 2);
        ConvolutionModel model = new ConvolutionModel(4, filters, head);
        Tensor input = Models.input(draw, 1, 4, 4);
        double[] x = AnalyticModel.doubles(input.values());
        double[] increases = new double[2];
        boolean[] flat = new boolean[2];
        for (int f = 0; f < 2; f++) {
            float[] map = new float[4];
            for (int p = 0; p < 4; p++) {
                map[p] = (float) model.map(x, f)[p];
            }
            float[] mask = Bilinear.resize(map, 2, 2, 4, 4);
            float least = Float.MAX_VALUE;
            float most = -Float.MAX_VALUE;
            for (float value : mask) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            flat[f] = most == least;
            double[] masked = new double[16];
            for (int i = 0; i < 16; i++) {
                masked[i] = flat[f] ? 0 : x[i] * (mask[i] - least) / (most - least);
            }
            increases[f] = model.score(masked, 0);
        }
        double first = flat[0] ? 0 : Math.exp(increases[0]);
        double second = flat[1] ? 0 : Math.exp(increases[1]);
        double total = Math.max(first + second, Double.MIN_NORMAL);
        float[] found =
                new ScoreCam().attribute(model, input, 0, DEFAULT).relevance().values();
        double expected = Math.max(0, (first * model.map(x, 0)[0] + second * model.map(x, 1)[0]) / total);
        assertThat((double) found[0]).isCloseTo(expected, within(1e-3));
    }

    @Property(tries = 20)
    void scoreCamTakesTheMeanOverSeveralBaselines(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double[][] filters = {Models.weights(draw, 4)};
        ConvolutionModel model = new ConvolutionModel(4, filters, new double[] {1});
        Tensor input = Models.input(draw, 1, 4, 4);
        Background background = new Background(Tensor.zeros(1, 4, 4), Models.input(draw, 2, 1, 4, 4));
        // One map has all the weight, whatever the baseline is.
        assertThat(new ScoreCam()
                        .attribute(
                                model,
                                input,
                                0,
                                DEFAULT.withBackground(background).with(Map.of("baseline", "black-white")))
                        .relevance())
                .isEqualTo(new ScoreCam().attribute(model, input, 0, DEFAULT).relevance());
    }
}
