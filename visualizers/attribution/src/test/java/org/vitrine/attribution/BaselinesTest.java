package org.vitrine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Property(tries = 30)
    void superpixelsCoverTheImageInConnectedPatches(@ForAll long seed) {
        Draw draw = new Draw(seed);
        int height = 8 + draw.below(30);
        int width = 8 + draw.below(30);
        int wanted = 2 + draw.below(40);
        int[] parts = Superpixels.of(Models.input(draw, 1 + draw.below(3), height, width), wanted);
        int count = Arrays.stream(parts).max().orElseThrow() + 1;
        assertThat(Arrays.stream(parts).min().orElseThrow()).isZero();
        assertThat(Arrays.stream(parts).distinct().count()).isEqualTo(count);
        for (int part = 0; part < count; part++) {
            assertThat(reached(parts, part, height, width)).as("patch %d", part).isEqualTo((int) count(parts, part));
        }
    }

    private static long count(int[] parts, int part) {
        return Arrays.stream(parts).filter(p -> p == part).count();
    }

    /** How many pixels of a patch can be reached from its first one. */
    private static int reached(int[] parts, int part, int height, int width) {
        boolean[] seen = new boolean[parts.length];
        java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>();
        for (int i = 0; open.isEmpty(); i++) {
            if (parts[i] == part) {
                open.add(i);
                seen[i] = true;
            }
        }
        int count = 0;
        while (!open.isEmpty()) {
            int pixel = open.remove();
            count++;
            int y = pixel / width;
            int x = pixel % width;
            int[][] beside = {{y - 1, x}, {y + 1, x}, {y, x - 1}, {y, x + 1}};
            for (int[] place : beside) {
                if (place[0] >= 0 && place[0] < height && place[1] >= 0 && place[1] < width) {
                    int next = place[0] * width + place[1];
                    if (parts[next] == part && !seen[next]) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return count;
    }

    @Test
    void superpixelsFollowTheEdgesOfFlatColours() {
        // Left black, right white: no patch holds both.
        float[] image = new float[16 * 16];
        for (int i = 0; i < image.length; i++) {
            image[i] = i % 16 < 7 ? 0 : 1;
        }
        int[] parts = Superpixels.of(Tensor.of(image, 1, 16, 16), 8);
        for (int i = 0; i < image.length; i++) {
            for (int j = 0; j < image.length; j++) {
                assertThat(image[i] == image[j] || parts[i] != parts[j]).isTrue();
            }
        }
    }

    @Test
    void whatEqualsTheBaselineIsNoSegment() {
        Tensor input = Tensor.of(new float[] {1, 0, 2, 3, 0, 4}, 2, 3);
        Segments segments = Segments.of(input, new float[6], 10);
        assertThat(segments.count()).isEqualTo(2);
        assertThat(segments.ofPlace()).containsExactly(0, -1, 1);
        assertThat(segments.mixed(input.values(), new float[6], new boolean[] {true, false}))
                .containsExactly(1, 0, 0, 3, 0, 0);
        assertThat(segments.spread(new double[] {7, 8})).isEqualTo(Tensor.of(new float[] {7, 0, 8}, 1, 3));
    }

    private static AttributionOptions named(String baseline) {
        return AttributionOptions.DEFAULT.withBackground(BACKGROUND).with(Map.of("baseline", baseline));
    }
}
