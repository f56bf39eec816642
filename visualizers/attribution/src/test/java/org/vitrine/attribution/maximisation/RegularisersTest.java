package org.vitrine.attribution.maximisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What regularisers do to inputs where it is known. */
class RegularisersTest {
    private static final Grid GRID = new Grid(2, 4, 5);

    private static double[] random(int size, long seed) {
        return new Random(seed).doubles(size, -2, 2).toArray();
    }

    private static double penalty(Regulariser regulariser, double... values) {
        return regulariser.penalty(values, new double[values.length]);
    }

    @Test
    void theDecayIsHalfTheSquaresAndItsGradientTheValues() {
        double[] gradient = {10, 0, 0};

        assertThat(new L2Decay(0.5).penalty(new double[] {1, -2, 4}, gradient)).isEqualTo(0.5 * 21 / 2);
        assertThat(gradient).containsExactly(10.5, -1, 2);
    }

    @Test
    void aFlatPictureHasNoVariation() {
        double[] flat = new double[GRID.size()];
        Arrays.fill(flat, 3);
        double[] gradient = new double[flat.length];

        assertThat(new TotalVariation(GRID, 2, 1).penalty(flat, gradient)).isZero();
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void anEdgeCostsItsHeightToThePowerTimesItsLength() {
        double[] edge = new double[20];
        for (int row = 0; row < 4; row++) {
            edge[row * 5 + 2] = 3;
            edge[row * 5 + 3] = 3;
            edge[row * 5 + 4] = 3;
        }
        Grid grid = new Grid(1, 4, 5);

        assertThat(penalty(new TotalVariation(grid, 1, 1), edge)).isCloseTo(4 * 3, within(1e-12));
        assertThat(penalty(new TotalVariation(grid, 1, 2), edge)).isCloseTo(4 * 9, within(1e-12));
        assertThat(penalty(new TotalVariation(grid, 0.5, 1.5), edge)).isCloseTo(2 * Math.pow(3, 1.5), within(1e-12));
    }

    @Test
    void aDiagonalRampCostsTheRootOfBothDifferences() {
        // Two rows and columns: only the first place has both neighbours.
        double[] ramp = {0, 1, 1, 2};

        assertThat(penalty(new TotalVariation(new Grid(1, 2, 2), 1, 1), ramp))
                .isCloseTo(Math.sqrt(2) + 1 + 1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 3})
    void theGradientOfTheVariationAgreesWithDifferences(double exponent) {
        TotalVariation variation = new TotalVariation(GRID, 0.7, exponent);
        double[] values = random(GRID.size(), 5);
        double[] gradient = new double[values.length];
        double unused = variation.penalty(values, gradient);
        double h = 1e-5;
        for (int i = 0; i < values.length; i++) {
            double[] up = values.clone();
            double[] down = values.clone();
            up[i] += h;
            down[i] -= h;
            double slope = (penalty(variation, up) - penalty(variation, down)) / (2 * h);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-6));
        }
    }

    @Test
    void anExponentBelowOneIsRefused() {
        assertThatThrownBy(() -> new TotalVariation(GRID, 1, 0.5)).hasMessageContaining("at least 1");
    }

    @Test
    void aBlurredPointIsANormalCurve() {
        Grid line = new Grid(1, 1, 21);
        double[] point = new double[21];
        point[10] = 1;
        new GaussianBlur(line, 1, 1.5).blur(point);

        assertThat(Arrays.stream(point).sum()).isCloseTo(1, within(1e-9));
        for (int i = 1; i <= 4; i++) {
            assertThat(point[10 + i] / point[10]).isCloseTo(Math.exp(-i * i / (2 * 1.5 * 1.5)), within(1e-9));
            assertThat(point[10 - i]).isCloseTo(point[10 + i], within(1e-12));
        }
    }

    @Property(tries = 50)
    void blurringLeavesFlatChannelsAndTheRangeOfOthers(@ForAll @DoubleRange(min = 0.1, max = 4) double sigma) {
        double[] values = random(GRID.size(), 9);
        Arrays.fill(values, 0, GRID.plane(), 1.25);
        double[] blurred = values.clone();
        new GaussianBlur(GRID, 1, sigma).blur(blurred);

        for (int i = 0; i < GRID.plane(); i++) {
            assertThat(blurred[i]).isCloseTo(1.25, within(1e-12));
        }
        double least = Arrays.stream(values).skip(GRID.plane()).min().orElseThrow();
        double greatest = Arrays.stream(values).skip(GRID.plane()).max().orElseThrow();
        assertThat(Arrays.stream(blurred).skip(GRID.plane())).allMatch(v -> v >= least && v <= greatest);
    }

    @Test
    void blursEveryFewStepsButNotAtTheEnd() {
        GaussianBlur blur = new GaussianBlur(GRID, 4, 1);
        for (int step = 1; step <= 40; step++) {
            double[] values = random(GRID.size(), 2);
            blur.afterStep(values, step, 40);
            assertThat(Arrays.equals(values, random(GRID.size(), 2)))
                    .as("step %d", step)
                    .isEqualTo(step % 4 != 0 || step > 30);
        }
    }

    @Property(tries = 100)
    void theInverseOfAShiftUndoesIt(@ForAll @IntRange(max = 9) int most, @ForAll long seed) {
        Jitter jitter = new Jitter(GRID, most);
        double[] values = random(GRID.size(), seed);
        Jitter.Shift shift = jitter.draw(new Random(seed));

        assertThat(Math.abs(shift.down())).isLessThanOrEqualTo(most);
        assertThat(Math.abs(shift.right())).isLessThanOrEqualTo(most);
        assertThat(jitter.moved(jitter.moved(values, shift), shift.inverse())).containsExactly(values);
    }

    @Test
    void jitterMovesEachChannelDownAndRightRoundTheBorders() {
        Grid grid = new Grid(2, 2, 3);
        double[] values = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60};

        assertThat(new Jitter(grid, 1).moved(values, new Jitter.Shift(1, 1)))
                .containsExactly(6, 4, 5, 3, 1, 2, 60, 40, 50, 30, 10, 20);
    }

    @Test
    void jitterLeavesATableAlone() {
        Jitter jitter = new Jitter(new Grid(4, 1, 1), 3);

        assertThat(jitter.draw(new Random(1))).isEqualTo(new Jitter.Shift(0, 0));
    }

    @Test
    void clippingKeepsEachChannelWithinItsRange() {
        double[] values = {-3, 0.5, 3, -3, 0.5, 3};
        new Clipping(new Grid(2, 1, 3), new double[] {-1, 0}, new double[] {1, 2}).afterStep(values, 1, 1);

        assertThat(values).containsExactly(-1, 0.5, 1, 0, 0.5, 2);
    }

    @Test
    void eachCategoryBecomesTheOneThatExcitesMost() {
        Categories categories = new Categories(
                List.of(new int[] {0, 1}, new int[] {3, 4, 5}),
                new double[] {0, -1, 0, -2, -2, -2},
                new double[] {1, 1, 9, 2, 2, 2});
        double[] values = {0.5, 0, 7, 0, 0, 0};

        categories.choose(values, row -> row[0] - row[1] + row[4] * row[2] - row[5]);

        assertThat(values).containsExactly(1, -1, 7, -2, 2, -2);
    }

    @Test
    void indicatorsHaveNoSlope() {
        double[] gradient = {1, 2, 3};
        new Categories(List.of(new int[] {1, 2}), new double[3], new double[3]).hold(gradient);

        assertThat(gradient).containsExactly(1, 0, 0);
    }
}
