package org.vitrine.attribution.maximisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.datasets.Tensor;

/** Ascents of functions whose maximisers are known. */
class AscentTest {
    private static final double[] WEIGHTS = {3, -1, 0.5, 2};

    /** Inputs of four columns with mean 0 and deviation 1, without bounds that matter. */
    private static InputSpace plain(int... shape) {
        Grid grid = grid(shape);
        return space(shape, filled(grid, 0), filled(grid, 1), filled(grid, -1e6), filled(grid, 1e6), List.of());
    }

    private static Grid grid(int... shape) {
        return shape.length == 1 ? new Grid(shape[0], 1, 1) : new Grid(shape[0], shape[1], shape[2]);
    }

    private static InputSpace space(
            int[] shape,
            double[] means,
            double[] deviations,
            double[] least,
            double[] greatest,
            List<int[]> categories) {
        return new InputSpace(shape, grid(shape), means, deviations, least, greatest, categories);
    }

    private static double[] filled(Grid grid, double value) {
        double[] values = new double[grid.channels()];
        Arrays.fill(values, value);
        return values;
    }

    private static Ascent ascent(InputSpace space, Supplier<Climb> climb, int steps, Regulariser... regularisers) {
        return new Ascent(space, 1, climb, steps, 0.1, new Jitter(space.grid(), 0), List.of(regularisers), 1);
    }

    private static UnitFunction linear(double... weights) {
        return input -> {
            double sum = 0;
            float[] gradient = new float[weights.length];
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * input.values()[i];
                gradient[i] = (float) weights[i];
            }
            return new UnitFunction.Rise(sum, new Tensor(input.shape(), gradient));
        };
    }

    /** a x - q x² / 2 in each value. */
    private static UnitFunction quadratic(double[] a, double[] q) {
        return input -> {
            double sum = 0;
            float[] gradient = new float[a.length];
            for (int i = 0; i < a.length; i++) {
                double x = input.values()[i];
                sum += a[i] * x - q[i] * x * x / 2;
                gradient[i] = (float) (a[i] - q[i] * x);
            }
            return new UnitFunction.Rise(sum, new Tensor(input.shape(), gradient));
        };
    }

    private static Supplier<Climb> climb(String name) {
        return name.equals("adam") ? Adam::new : NormalisedGradient::new;
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "normalised"})
    void aQuadraticUnderDecayReachesItsKnownMaximiser(String climb) {
        double[] a = {1, -2, 0.5};
        double[] q = {1, 2, 0.5};
        double decay = 0.5;

        Tensor made = ascent(plain(3), climb(climb), 2000, new L2Decay(decay))
                .from(new double[3], quadratic(a, q), (step, activation, input) -> {})
                .input();

        for (int i = 0; i < a.length; i++) {
            assertThat((double) made.values()[i]).isCloseTo(a[i] / (q[i] + decay), within(2e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "normalised"})
    void theMaximiserOfALinearUnitUnderDecayPointsAlongItsWeights(String climb) {
        double length = Math.sqrt(Arrays.stream(WEIGHTS).map(w -> w * w).sum());

        Tensor made = ascent(plain(4), climb(climb), 2000, new L2Decay(length))
                .from(new double[4], linear(WEIGHTS), (step, activation, input) -> {})
                .input();

        for (int i = 0; i < WEIGHTS.length; i++) {
            assertThat((double) made.values()[i]).isCloseTo(WEIGHTS[i] / length, within(2e-3));
        }
    }

    @Test
    void aLinearUnitGoesToTheCornerOfTheRangeOfTheData() {
        InputSpace space = space(
                new int[] {4},
                new double[] {5, 5, 5, 5},
                new double[] {2, 2, 2, 2},
                new double[] {1, 2, 3, 4},
                new double[] {9, 8, 7, 6},
                List.of());

        Ascent.Made made = ascent(space, Adam::new, 300).from(new double[4], linear(WEIGHTS), (s, a, i) -> {});

        assertThat(made.input().values()).containsExactly(9, 2, 7, 6);
        assertThat(made.activation()).isCloseTo(3 * 9 - 2 + 3.5 + 12, within(1e-6));
    }

    @Test
    void theScaleOfTheUnitWeighsItAgainstThePenalty() {
        InputSpace space = plain(4);
        Ascent ascent =
                new Ascent(space, 10, Adam::new, 2000, 0.1, new Jitter(space.grid(), 0), List.of(new L2Decay(1)), 1);

        Tensor made =
                ascent.from(new double[4], linear(WEIGHTS), (s, a, i) -> {}).input();

        assertThat(made.values()[0]).isCloseTo(0.3f, within(2e-3f));
    }

    @Test
    void aCategoryBecomesTheOneThatExcitesMost() {
        InputSpace space = space(
                new int[] {4},
                new double[] {0.2, 0.5, 0.3, 0},
                new double[] {0.4, 0.5, 0.45, 1},
                new double[] {0, 0, 0, -1},
                new double[] {1, 1, 1, 1},
                List.of(new int[] {0, 1, 2}));

        Ascent.Made made = ascent(space, Adam::new, 300).from(new double[4], linear(1, 1.5, 2, -3), (s, a, i) -> {});

        assertThat(made.input().values()).containsExactly(0, 0, 1, -1);
        assertThat(made.activation()).isCloseTo(5, within(1e-6));
    }

    @Test
    void theSameSeedMakesTheSamePicture() {
        InputSpace space = plain(1, 6, 5);
        double[] start = new double[30];
        start[7] = 1;
        UnitFunction unit = quadratic(new double[30], filled(new Grid(30, 1, 1), 0.3));
        UnitFunction moved = input -> {
            Tensor centred = input.reshape(30);
            centred.values()[12] -= 2;
            UnitFunction.Rise rise = unit.at(centred);
            return new UnitFunction.Rise(rise.activation(), rise.gradient().reshape(1, 6, 5));
        };
        List<Tensor> pictures = new ArrayList<>();
        for (long seed : new long[] {3, 3, 4}) {
            pictures.add(new Ascent(space, 1, Adam::new, 40, 0.1, new Jitter(space.grid(), 2), List.of(), seed)
                    .from(start, moved, (s, a, i) -> {})
                    .input());
        }

        assertThat(pictures.get(1)).isEqualTo(pictures.get(0));
        assertThat(pictures.get(2)).isNotEqualTo(pictures.get(0));
    }

    @Test
    void theCourseTellsEveryStepAndTheEnd() {
        List<Integer> heard = new ArrayList<>();

        Ascent.Made made = ascent(plain(4), NormalisedGradient::new, 20)
                .from(new double[4], linear(WEIGHTS), (step, activation, input) -> heard.add(step));

        assertThat(heard).hasSize(20).startsWith(0, 1).endsWith(19);
        assertThat(made.course()).hasSize(21).isSorted();
        assertThat(made.course()[0]).isZero();
    }

    @Test
    void whoWatchesCanStopIt() {
        Ascent ascent = ascent(plain(4), Adam::new, 100);

        assertThatThrownBy(() -> ascent.from(new double[4], linear(WEIGHTS), (step, activation, input) -> {
                    if (step == 3) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void anActivationThatIsNoNumberIsRefused() {
        UnitFunction broken = input -> new UnitFunction.Rise(Double.NaN, input);

        assertThatThrownBy(() -> ascent(plain(4), Adam::new, 5).from(new double[4], broken, (s, a, i) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no finite number");
    }
}
