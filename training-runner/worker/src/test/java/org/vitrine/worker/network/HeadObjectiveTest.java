package org.vitrine.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.graph.layer.Mining;

/** Losses against values computed by hand; their gradients are checked at the end of networks. */
class HeadObjectiveTest {

    /** On the unit circle at 0, 90 and 180 degrees: squared distances 2 (neighbours) and 4. */
    private static final double[] CIRCLE = {3, 0, 0, 0.5, -2, 0};

    private static Batch classes(float... classes) {
        return new Batch(Tensor.zeros(classes.length, 1), Tensor.of(classes, classes.length), null);
    }

    @Test
    void tripletsCompareFriendsAndStrangersOnTheUnitSphere() {
        TripletObjective hard = new TripletObjective(2, 0.5, Mining.BATCH_HARD);
        // Anchors 0 and 2 are friends at distance 4, their stranger is at 2; anchor 1 has no friend.
        assertThat(hard.score(CIRCLE, classes(0, 1, 0), new double[0]).meanLoss())
                .isCloseTo(2.5, within(1e-12));
        // Anchor 0 with friend 1 at 2 and stranger 2 at 4: satisfied. Anchor 1: friend at 2, stranger at 2.
        assertThat(hard.score(CIRCLE, classes(0, 0, 1), new double[0]).meanLoss())
                .isCloseTo(0.25, within(1e-12));
        TripletObjective semi = new TripletObjective(2, 0.5, Mining.SEMI_HARD);
        assertThat(semi.score(CIRCLE, classes(0, 0, 1), new double[0]).meanLoss())
                .isCloseTo(0.25, within(1e-12));
        assertThat(hard.couplesExamples()).isTrue();
    }

    @Test
    void aBatchWithoutTripletsHasNoLoss() {
        double[] gradient = new double[6];
        Score score = new TripletObjective(2, 0.5, Mining.SEMI_HARD).score(CIRCLE, classes(0, 1, 2), gradient);
        assertThat(score.meanLoss()).isZero();
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void nearestNeighboursAreLookedForInTheWholePart() {
        WholeMetric metric =
                new TripletObjective(2, 0.5, Mining.SEMI_HARD).wholeMetric().orElseThrow();
        metric.take(new double[] {1, 0, 0, 1}, classes(0, 1));
        metric.take(new double[] {5, 0.1, 0.1, 2, 1, 0.2}, classes(0, 1, 1));
        assertThat(metric.value()).isEqualTo(0.8);
    }

    @Test
    void theCentreLossIsHalfTheSquaredDistanceBesideTheCrossEntropy() {
        CenterObjective objective = new CenterObjective(2, 1, 0.1);
        double[] outputs = {0, 0, 3, 7, 0.25};
        double[] gradient = new double[5];
        Score score = objective.score(outputs, classes(1), gradient);
        assertThat(score.meanLoss()).isCloseTo(Math.log(2) + 0.05 * 7, within(1e-12));
        assertThat(gradient).containsExactly(new double[] {0.5, -0.5, 0, 0.05, 0}, within(1e-12));
        assertThat(objective.predictions(outputs)).containsExactly(0.5f, 0.5f);
        assertThat(objective.embeddings(outputs)).containsExactly(1);
        assertThat(objective.couplesExamples()).isFalse();
    }

    @Test
    void reconstructionsAreJudgedValueByValue() {
        Batch batch = new Batch(Tensor.of(new float[] {1, 0, 0.5f, 0.25f}, 2, 2), Tensor.zeros(2), null);
        ReconstructionObjective binary = new ReconstructionObjective(true);
        assertThat(binary.score(new double[4], batch, new double[0]).meanLoss())
                .isCloseTo(2 * Math.log(2), within(1e-12));
        ReconstructionObjective squared = new ReconstructionObjective(false);
        Score score = squared.score(new double[] {0, 0, 0.5, 0.25}, batch, new double[0]);
        assertThat(score.meanLoss()).isEqualTo(0.25);
        assertThat(squared.metric(score)).isEqualTo(0.5);
    }

    @Test
    void eachCellAnswersForTheObjectWhoseCentreItHolds() {
        DetectionObjective objective = new DetectionObjective(2, 1, 2, 5, 0.5);
        // One box of class 1 in the middle of the right cell, a quarter wide and as high as the image.
        Batch batch =
                new Batch(Tensor.zeros(1, 1, 1, 2), Tensor.of(new float[] {1, 0.75f, 0.5f, 0.25f, 1}, 1, 1, 5), null);
        double objects = 1.5 * Math.log(2);
        double sizes = 5 * (Math.pow(Math.sqrt(0.5) - 0.5, 2) + Math.pow(Math.sqrt(0.5) - 1, 2));
        Score score = objective.score(new double[14], batch, new double[0]);
        assertThat(score.meanLoss()).isCloseTo(objects + sizes + Math.log(2), within(1e-12));
        assertThat(score.metric()).isNaN();
    }

    @Test
    void boxesAreReadBackFromTheGrid() {
        DetectionObjective objective = new DetectionObjective(2, 2, 2, 5, 0.5);
        double[] z = new double[7 * 4];
        java.util.Arrays.fill(z, 0, 4, -20);
        z[2] = 20;
        z[5 * 4 + 2] = -9;
        z[6 * 4 + 2] = 9;
        List<Box> found = objective.decode(z, 0);
        assertThat(found).hasSize(1);
        Box box = found.get(0);
        assertThat(box.type()).isEqualTo(1);
        assertThat(List.of(box.x(), box.y(), box.width(), box.height())).containsExactly(0.25, 0.75, 0.5, 0.5);
        assertThat(box.confidence()).isCloseTo(1, within(1e-6));
    }
}
