package org.vitrine.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;

class ObjectiveTest {
    private static final List<Scale> SCALES = List.of(new Scale(10, 2), new Scale(-5, 4));

    /** [2 examples, 3 classes, 2 steps]. */
    private static final double[] STEPS = {1, -2, 0.5, 3, 3.5, -1, 0.25, 0.75, -1.5, 2, 1, 0};

    private static final Tensor STEP_TARGETS = Tensor.of(new float[] {2, -1, 0, 1}, 2, 2);

    record Case(Objective objective, double[] outputs, Tensor targets) {
        Batch batch() {
            return ObjectiveTest.batch(targets);
        }
    }

    private static Batch batch(Tensor targets) {
        return new Batch(Tensor.zeros(targets.rows(), 1), targets, null);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(Objective.classes(3), new double[] {1, -2, 0.5, 3, 3.5, -1}, Tensor.of(new float[] {2, 0}, 2)),
                new Case(
                        Objective.classes(3, 0.1, 0),
                        new double[] {1, -2, 0.5, 3, 3.5, -1},
                        Tensor.of(new float[] {2, 0}, 2)),
                new Case(
                        Objective.classes(3, 0, 2),
                        new double[] {1, -2, 0.5, 3, 3.5, -1},
                        Tensor.of(new float[] {2, 0}, 2)),
                new Case(
                        Objective.classes(3, 0.2, 0.5),
                        new double[] {1, -2, 0.5, 3, 3.5, -1},
                        Tensor.of(new float[] {2, 0}, 2)),
                new Case(Objective.stepClasses(3, 0, 0), STEPS, STEP_TARGETS),
                new Case(Objective.stepClasses(3, 0.1, 1.5), STEPS, STEP_TARGETS),
                new Case(
                        Objective.huber(1, SCALES),
                        new double[] {1, -2, 0.5, 3},
                        Tensor.of(new float[] {0.5f, 1, 2, 3.5f}, 2, 2)),
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
        given.objective().score(given.outputs(), given.batch(), gradient);
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
        return given.objective().score(outputs, given.batch(), new double[0]).meanLoss();
    }

    @Test
    void crossEntropyIsMinusTheLogOfTheProbability() {
        ScoredObjective classes = Objective.classes(3);
        Score score =
                classes.score(new double[] {0, 0, 0, 0, 5, 0}, batch(Tensor.of(new float[] {1, 1}, 2)), new double[0]);
        double second = -Math.log(Math.exp(5) / (Math.exp(5) + 2));
        assertThat(score.meanLoss()).isCloseTo((Math.log(3) + second) / 2, within(1e-12));
        assertThat(classes.metric(score)).isEqualTo(0.5);
        assertThat(classes.predictions(new double[] {0, 5, 0})[1]).isCloseTo((float) Math.exp(-second), within(1e-6f));
    }

    @Test
    void saturatedOutputsKeepTheirLossAndGradient() {
        double[] gradient = new double[1];
        Score score = Objective.binary().score(new double[] {-80}, batch(Tensor.of(new float[] {1}, 1)), gradient);
        assertThat(score.loss()).isCloseTo(80, within(1e-12));
        assertThat(gradient[0]).isCloseTo(-1, within(1e-12));

        double[] gradients = new double[2];
        score = Objective.classes(2).score(new double[] {1000, 0}, batch(Tensor.of(new float[] {1}, 1)), gradients);
        assertThat(score.loss()).isCloseTo(1000, within(1e-9));
        assertThat(gradients).containsExactly(1, -1);
    }

    @Test
    void aBinaryHeadIsTwoClasses() {
        ScoredObjective binary = Objective.binary();
        assertThat(binary.predictions(new double[] {0})).containsExactly(0.5f, 0.5f);
        assertThat(binary.logits(new double[] {1.25})).containsExactly(-1.25, 1.25);
        assertThat(binary.logitGradient(0)).containsExactly(-1);
    }

    @Test
    void errorsOfValuesAreMeansAndTheirMetricIsInRawUnits() {
        Tensor targets = Tensor.of(new float[] {0, 0}, 1, 2);
        Score squared = Objective.values(false, SCALES).score(new double[] {3, 1}, batch(targets), new double[0]);
        assertThat(squared.meanLoss()).isEqualTo(5);
        assertThat(Objective.values(false, SCALES).metric(squared))
                .isCloseTo(Math.sqrt((36 + 16) / 2.0), within(1e-12));
        assertThat(Objective.values(true, SCALES)
                        .score(new double[] {3, -1}, batch(targets), new double[0])
                        .meanLoss())
                .isEqualTo(2);
        assertThat(Objective.values(true, SCALES).predictions(new double[] {3, 1}))
                .containsExactly(16, -1);
    }

    @Test
    void aLossThatIsNoNumberStaysVisible() {
        Score score = Objective.classes(2)
                .score(new double[] {Double.NaN, 0}, batch(Tensor.of(new float[] {0}, 1)), new double[0]);
        assertThat(score.loss()).isNaN();
        assertThat(score.metric()).isZero();
    }

    @Test
    void eachStepIsAnExampleOfItsOwnAndStepsWithoutTargetCountForNothing() {
        double[] gradient = new double[12];
        Score steps = Objective.stepClasses(3, 0.1, 0).score(STEPS, batch(STEP_TARGETS), gradient);
        double[] rows = {1, 0.5, 3.5, 0.25, -1.5, 1, 0.75, 2, 0};
        double[] ofRows = new double[9];
        Score examples = Objective.classes(3, 0.1, 0).score(rows, batch(Tensor.of(new float[] {2, 0, 1}, 3)), ofRows);
        assertThat(steps.meanLoss()).isCloseTo(examples.meanLoss(), within(1e-12));
        assertThat(steps.weight()).isEqualTo(3);
        assertThat(steps.examples()).isEqualTo(2);
        assertThat(steps.metric()).isEqualTo(2);
        assertThat(gradient)
                .containsExactly(
                        new double[] {
                            ofRows[0], 0, ofRows[1], 0, ofRows[2], 0, ofRows[3], ofRows[6], ofRows[4], ofRows[7],
                            ofRows[5], ofRows[8]
                        },
                        within(1e-12));
    }

    @Test
    void aBatchWithoutAnyTargetHasNoLossAndNoGradient() {
        double[] gradient = new double[6];
        Score score = Objective.stepClasses(3, 0, 0)
                .score(new double[6], batch(Tensor.of(new float[] {-1, -1}, 1, 2)), gradient);
        assertThat(score.meanLoss()).isZero();
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void smoothingSpreadsTheTargetOverAllClasses() {
        double[] z = {Math.log(0.7), Math.log(0.2), Math.log(0.1)};
        Score score = Objective.classes(3, 0.3, 0).score(z, batch(Tensor.of(new float[] {0}, 1)), new double[0]);
        double expected = -(0.8 * Math.log(0.7) + 0.1 * Math.log(0.2) + 0.1 * Math.log(0.1));
        assertThat(score.loss()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theFocalLossWeighsDownWhatIsRightAlready() {
        double[] z = {Math.log(0.7), Math.log(0.2), Math.log(0.1)};
        Score score = Objective.classes(3, 0, 2).score(z, batch(Tensor.of(new float[] {0}, 1)), new double[0]);
        assertThat(score.loss()).isCloseTo(-0.09 * Math.log(0.7), within(1e-12));
        double[] gradient = new double[2];
        score = Objective.classes(2, 0, 0.5)
                .score(new double[] {800, 0}, batch(Tensor.of(new float[] {0}, 1)), gradient);
        assertThat(score.loss()).isZero();
        assertThat(gradient).containsExactly(new double[2], within(0.0));
    }

    @Test
    void hubersLossIsQuadraticForSmallErrorsAndLinearForLargeOnes() {
        Tensor targets = Tensor.of(new float[] {0, 0}, 1, 2);
        double[] gradient = new double[2];
        Score score = Objective.huber(0.5, SCALES).score(new double[] {0.25, -2}, batch(targets), gradient);
        assertThat(score.loss()).isCloseTo((0.03125 + 0.5 * 1.75) / 2, within(1e-12));
        assertThat(gradient).containsExactly(new double[] {0.125, -0.25}, within(1e-12));
    }
}
