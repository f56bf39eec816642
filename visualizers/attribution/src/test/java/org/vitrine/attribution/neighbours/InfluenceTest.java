package org.vitrine.attribution.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Tensor;

class InfluenceTest {

    private static float[][] examples(int count, int width, Random random) {
        float[][] examples = new float[count][width];
        for (float[] example : examples) {
            for (int i = 0; i < width; i++) {
                example[i] = (float) random.nextGaussian();
            }
        }
        return examples;
    }

    private static int[] targets(int count, int classes, Random random) {
        return random.ints(count, 0, classes).toArray();
    }

    @Test
    void gradientsByHandGiveTheDotProduct() {
        // p = (1/2, 1/2) for both, so errors are (-1/2, 1/2) and (1/2, -1/2).
        SoftmaxRegression even = new SoftmaxRegression(new double[2][2], new double[2]);
        HeadGradients training = even.head(new float[][] {{1, 2}, {3, 0}}, new int[] {0, 1});
        HeadGradients decision = even.head(new float[][] {{2, 1}}, new int[] {0});
        // (1/4 + 1/4) (2 + 2 + 1), and -(1/2) (6 + 0 + 1).
        assertThat(training.influences(Influence.DOT, decision)).containsExactly(2.5, -3.5);
        // Norms squared: 1/2 (5 + 1) = 3, 1/2 (9 + 1) = 5, 1/2 (5 + 1) = 3.
        double[] cosines = training.influences(Influence.COSINE, decision);
        assertThat(cosines[0]).isCloseTo(2.5 / 3, within(1e-12));
        assertThat(cosines[1]).isCloseTo(-3.5 / Math.sqrt(15), within(1e-12));
    }

    @Property(tries = 100)
    void factorisedInfluencesAreThoseOfTheWrittenDownGradients(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 6) int classes,
            @ForAll @IntRange(min = 1, max = 9) int width) {
        Random random = new Random(seed);
        SoftmaxRegression model = SoftmaxRegression.random(classes, width, random);
        float[][] examples = examples(8, width, random);
        int[] targets = targets(8, classes, random);
        HeadGradients training = model.head(examples, targets);
        HeadGradients decision = model.head(new float[][] {examples[0]}, new int[] {targets[0]});
        float[] whole = model.gradient(examples[0], targets[0]);
        for (Influence measure : Influence.values()) {
            double[] found = training.influences(measure, decision);
            for (int n = 0; n < found.length; n++) {
                double written = measure.of(model.gradient(examples[n], targets[n]), whole);
                assertThat(found[n]).isCloseTo(written, within(1e-6 * Math.max(1, Math.abs(written))));
            }
        }
    }

    @Property(tries = 100)
    void nothingPushesAsAnExampleItselfDoes(@ForAll long seed) {
        Random random = new Random(seed);
        SoftmaxRegression model = SoftmaxRegression.random(3, 5, random);
        float[][] examples = examples(20, 5, random);
        int[] targets = targets(20, 3, random);
        HeadGradients training = model.head(examples, targets);
        int own = random.nextInt(20);
        HeadGradients decision = model.head(new float[][] {examples[own]}, new int[] {targets[own]});
        double[] found = training.influences(Influence.COSINE, decision);
        assertThat(found[own]).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(found).max().orElseThrow()).isLessThanOrEqualTo(found[own] + 1e-12);
    }

    @Property(tries = 50)
    void aStepOfTrainingChangesTheLossByRateTimesDotProduct(@ForAll long seed) {
        Random random = new Random(seed);
        SoftmaxRegression model = SoftmaxRegression.random(4, 6, random);
        float[][] examples = examples(3, 6, random);
        int[] targets = targets(3, 4, random);
        float[] decided = examples(1, 6, random)[0];
        double[] influences = model.head(examples, targets)
                .influences(Influence.DOT, model.head(new float[][] {decided}, new int[] {2}));
        double rate = 1e-4;
        for (int n = 0; n < examples.length; n++) {
            double there = model.stepped(examples[n], targets[n], rate).loss(decided, 2);
            double back = model.stepped(examples[n], targets[n], -rate).loss(decided, 2);
            double change = (there - back) / 2;
            assertThat(change)
                    .isCloseTo(-rate * influences[n], within(rate * 1e-4 * Math.max(1, Math.abs(influences[n]))));
        }
    }

    @Test
    void anExampleWithoutAGradientPushesNothing() {
        HeadGradients training = new HeadGradients(Tensor.zeros(1, 2), Tensor.of(new float[] {1, 2}, 1, 2));
        HeadGradients decision =
                new HeadGradients(Tensor.of(new float[] {-0.5f, 0.5f}, 1, 2), Tensor.of(new float[] {1, 2}, 1, 2));
        assertThat(training.influences(Influence.COSINE, decision)).containsExactly(0);
        assertThat(training.influences(Influence.DOT, decision)).containsExactly(0);
        assertThat(Influence.COSINE.of(new float[2], new float[] {1, 0})).isZero();
    }

    @Test
    void gradientsOfOtherModelsAreRefused() {
        HeadGradients two = new HeadGradients(Tensor.zeros(1, 2), Tensor.zeros(1, 2));
        HeadGradients three = new HeadGradients(Tensor.zeros(1, 3), Tensor.zeros(1, 2));
        assertThatThrownBy(() -> two.influences(Influence.DOT, three)).hasMessageContaining("do not fit");
        assertThatThrownBy(() -> Influence.DOT.of(new float[2], new float[3])).hasMessageContaining("do not fit");
        assertThatThrownBy(() -> new HeadGradients(Tensor.zeros(2, 2), Tensor.zeros(1, 2)))
                .hasMessageContaining("do not fit");
    }
}
