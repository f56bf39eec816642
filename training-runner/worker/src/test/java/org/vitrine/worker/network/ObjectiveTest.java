package org.vitrine.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;

class ObjectiveTest {
    private static final List<Scale> SCALES = List.of(new Scale(10, 2), new Scale(-5, 4));

    record Case(Objective objective, double[] outputs, Tensor targets) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(Objective.classes(3), new double[] {1, -2, 0.5, 3, 3.5, -1}, Tensor.of(new float[] {2, 0}, 2)),
                new Case(Objective.binary(), new double[] {1.5, -0.5}, Tensor.of(new float[] {0, 1}, 2)),
                new Case(
                        Objective.values(false, SCALES),
                        new double[] {1, -2, 0.5, 3},
                        Tensor.of(new float[] {0, 1, 2, 3.5f}, 2, 2)),
                new Case(
                        Objective.values(true, SCALES),
                        new double[] {1, -2, 0.5, 3},
                        Tensor.of(new float[] {0, 1, 2, 3.5f}, 2, 2)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThoseOfTheMeanLoss(Case given) {
        double[] gradient = new double[given.outputs().length];
        given.objective().score(given.outputs(), given.targets(), gradient);
        for (int i = 0; i < gradient.length; i++) {
            double[] above = given.outputs().clone();
            double[] below = given.outputs().clone();
            above[i] += 1e-6;
            below[i] -= 1e-6;
            double slope = (loss(given, above) - loss(given, below)) / 2e-6;
            assertThat(gradient[i]).isCloseTo(slope, within(1e-8));
        }
    }

    private static double loss(Case given, double[] outputs) {
        return given.objective().score(outputs, given.targets(), new double[0]).meanLoss();
    }

    @Test
    void crossEntropyIsMinusTheLogOfTheProbability() {
        Objective classes = Objective.classes(3);
        Score score = classes.score(new double[] {0, 0, 0, 0, 5, 0}, Tensor.of(new float[] {1, 1}, 2), new double[0]);
        double second = -Math.log(Math.exp(5) / (Math.exp(5) + 2));
        assertThat(score.meanLoss()).isCloseTo((Math.log(3) + second) / 2, within(1e-12));
        assertThat(classes.metric(score)).isEqualTo(0.5);
        assertThat(classes.predictions(new double[] {0, 5, 0})[1]).isCloseTo((float) Math.exp(-second), within(1e-6f));
    }

    @Test
    void saturatedOutputsKeepTheirLossAndGradient() {
        double[] gradient = new double[1];
        Score score = Objective.binary().score(new double[] {-80}, Tensor.of(new float[] {1}, 1), gradient);
        assertThat(score.loss()).isCloseTo(80, within(1e-12));
        assertThat(gradient[0]).isCloseTo(-1, within(1e-12));

        double[] gradients = new double[2];
        score = Objective.classes(2).score(new double[] {1000, 0}, Tensor.of(new float[] {1}, 1), gradients);
        assertThat(score.loss()).isCloseTo(1000, within(1e-9));
        assertThat(gradients).containsExactly(1, -1);
    }

    @Test
    void aBinaryHeadIsTwoClasses() {
        Objective binary = Objective.binary();
        assertThat(binary.predictions(new double[] {0})).containsExactly(0.5f, 0.5f);
        assertThat(binary.logits(new double[] {1.25})).containsExactly(-1.25, 1.25);
        assertThat(binary.logitGradient(0)).containsExactly(-1);
    }

    @Test
    void errorsOfValuesAreMeansAndTheirMetricIsInRawUnits() {
        Tensor targets = Tensor.of(new float[] {0, 0}, 1, 2);
        Score squared = Objective.values(false, SCALES).score(new double[] {3, 1}, targets, new double[0]);
        assertThat(squared.meanLoss()).isEqualTo(5);
        assertThat(Objective.values(false, SCALES).metric(squared))
                .isCloseTo(Math.sqrt((36 + 16) / 2.0), within(1e-12));
        assertThat(Objective.values(true, SCALES)
                        .score(new double[] {3, -1}, targets, new double[0])
                        .meanLoss())
                .isEqualTo(2);
        assertThat(Objective.values(true, SCALES).predictions(new double[] {3, 1}))
                .containsExactly(16, -1);
    }

    @Test
    void aLossThatIsNoNumberStaysVisible() {
        Score score =
                Objective.classes(2).score(new double[] {Double.NaN, 0}, Tensor.of(new float[] {0}, 1), new double[0]);
        assertThat(score.loss()).isNaN();
        assertThat(score.metric()).isZero();
    }
}
