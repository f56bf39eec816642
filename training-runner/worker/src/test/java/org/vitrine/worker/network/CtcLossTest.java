package org.vitrine.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Tensor;

class CtcLossTest {
    private static final int LABELS = 2;
    private static final int STEPS = 5;

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "00", "010", "011", "001"})
    void theLossSumsOverAllAlignments(String text) {
        int[] row = text.chars().map(c -> c - '0').toArray();
        double[] z = random();
        double sum = 0;
        for (int[] path : paths()) {
            if (Arrays.equals(collapsed(path), row)) {
                sum += probability(z, path);
            }
        }
        assertThat(loss(z, row)).isCloseTo(-Math.log(sum), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "00", "010"})
    void gradientsMatchCentralDifferences(String text) {
        int[] row = text.chars().map(c -> c - '0').toArray();
        double[] z = random();
        double[] gradient = new double[z.length];
        new CtcLoss(LABELS).loss(z, 0, STEPS, STEPS, row, gradient, 1);
        for (int i = 0; i < z.length; i++) {
            double[] above = z.clone();
            double[] below = z.clone();
            above[i] += 1e-5;
            below[i] -= 1e-5;
            assertThat(gradient[i]).isCloseTo((loss(above, row) - loss(below, row)) / 2e-5, within(1e-9));
        }
    }

    @Test
    void stepsBehindTheEndCountForNothing() {
        CtcLoss loss = new CtcLoss(LABELS);
        double[] z = random();
        double[] gradient = new double[z.length];
        double shorter = loss.loss(z, 0, STEPS, 3, new int[] {1}, gradient, 1);
        double[] other = z.clone();
        for (int k = 0; k <= LABELS; k++) {
            other[k * STEPS + 4] += 3;
            assertThat(gradient[k * STEPS + 3]).isZero();
        }
        assertThat(loss.loss(other, 0, STEPS, 3, new int[] {1}, new double[0], 1))
                .isEqualTo(shorter);
    }

    @Test
    void longSequencesOfSureScoresStayFinite() {
        int steps = 400;
        double[] z = new double[3 * steps];
        Arrays.fill(z, 0, steps, -300);
        double loss = new CtcLoss(LABELS).loss(z, 0, steps, steps, new int[] {0, 1, 0}, new double[z.length], 1);
        assertThat(loss).isFinite().isGreaterThan(500);
    }

    @Test
    void repetitionsAndBlanksVanishInReading() {
        double[] z = new double[3 * STEPS];
        int[] best = {0, 0, 2, 0, 1};
        for (int t = 0; t < STEPS; t++) {
            z[best[t] * STEPS + t] = 1;
        }
        assertThat(new CtcLoss(LABELS).decode(z, 0, STEPS, STEPS)).containsExactly(0, 0, 1);
        assertThat(CtcLoss.leastSteps(new int[] {0, 0, 1})).isEqualTo(4);
    }

    @Test
    void labelsThatDoNotFitAreRefused() {
        Batch batch = new Batch(
                Tensor.zeros(1, 1, 5),
                Tensor.of(new float[] {0, 0, 0}, 1, 3),
                Tensor.of(new float[] {1, 1, 1, 1, 0}, 1, 5));
        assertThatThrownBy(() -> new CtcObjective(LABELS).score(new double[3 * STEPS], batch, new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 labels but only 4 steps");
    }

    @Test
    void theErrorRateIsTheMeanShareOfWrongLabels() {
        double[] z = new double[2 * 3 * STEPS];
        int[] best = {0, 0, 2, 2, 1, 1, 2, 2, 2, 2};
        for (int i = 0; i < 2 * STEPS; i++) {
            z[i / STEPS * 3 * STEPS + best[i] * STEPS + i % STEPS] = 9;
        }
        Batch batch = new Batch(Tensor.zeros(2, 1, STEPS), Tensor.of(new float[] {0, 1, -1, 0, 1, -1}, 2, 3), null);
        CtcObjective objective = new CtcObjective(LABELS);
        assertThat(objective.metric(objective.score(z, batch, new double[0]))).isEqualTo((0 + 0.5) / 2);
    }

    private static double loss(double[] z, int[] row) {
        return new CtcLoss(LABELS).loss(z, 0, STEPS, STEPS, row, new double[0], 1);
    }

    private static double[] random() {
        SplittableRandom random = new SplittableRandom(4);
        return random.doubles((LABELS + 1) * STEPS, -2, 2).toArray();
    }

    private static List<int[]> paths() {
        List<int[]> paths = new ArrayList<>();
        for (int code = 0; code < Math.pow(LABELS + 1, STEPS); code++) {
            int[] path = new int[STEPS];
            for (int t = 0, rest = code; t < STEPS; t++, rest /= LABELS + 1) {
                path[t] = rest % (LABELS + 1);
            }
            paths.add(path);
        }
        return paths;
    }

    private static int[] collapsed(int[] path) {
        List<Integer> row = new ArrayList<>();
        for (int t = 0; t < path.length; t++) {
            if (path[t] != LABELS && (t == 0 || path[t] != path[t - 1])) {
                row.add(path[t]);
            }
        }
        return row.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double probability(double[] z, int[] path) {
        double product = 1;
        for (int t = 0; t < path.length; t++) {
            double sum = 0;
            for (int k = 0; k <= LABELS; k++) {
                sum += Math.exp(z[k * STEPS + t]);
            }
            product *= Math.exp(z[path[t] * STEPS + t]) / sum;
        }
        return product;
    }
}
