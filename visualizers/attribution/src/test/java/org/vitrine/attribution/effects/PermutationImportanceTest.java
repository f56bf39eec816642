package org.vitrine.attribution.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Tensor;

class PermutationImportanceTest {
    private static double linear(float[] x) {
        return 2.0 * x[0] - 0.5 * x[1] + 3;
    }

    private static List<InputPart> columns(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new InputPart("x" + i, new int[] {i}))
                .toList();
    }

    private static int[] all(MemorySplit split) {
        return IntStream.range(0, split.size()).toArray();
    }

    private static PermutationImportance.Found find(
            ToDoubleFunction<float[]> formula, MemorySplit split, List<InputPart> parts, int repeats, long seed) {
        return PermutationImportance.of(Formulas.tester(formula), split, all(split), parts, repeats, seed, share -> {});
    }

    private static Spread losses(PermutationImportance.Found found, int part) {
        return Spread.above(found.base().loss(), found.parts().get(part).permuted(), Quality::loss);
    }

    @Test
    void aLinearModelLosesTwiceItsSquaredWeightTimesTheVariance() {
        Tensor inputs = Formulas.normal(300, 1, 2, 1);
        MemorySplit split = Formulas.answered(inputs, PermutationImportanceTest::linear);
        PermutationImportance.Found found = find(PermutationImportanceTest::linear, split, columns(3), 400, 42);
        assertThat(found.base().loss()).isCloseTo(0, within(1e-12));
        double[] weights = {2, -0.5, 0};
        for (int j = 0; j < 3; j++) {
            double expected = 2 * weights[j] * weights[j] * Formulas.variance(inputs, j);
            Spread spread = losses(found, j);
            // Four standard errors of the mean over the repeats.
            assertThat(spread.mean()).isCloseTo(expected, within(4 * spread.deviation() / Math.sqrt(400) + 1e-12));
            assertThat(spread.deviation()).isLessThanOrEqualTo(0.2 * expected);
        }
    }

    @Test
    void aPartThatTheModelDoesNotUseCountsNothing() {
        ToDoubleFunction<float[]> formula = x -> x[0] * x[0];
        MemorySplit split = Formulas.answered(Formulas.normal(50, 1, 1), x -> formula.applyAsDouble(x) + x[1]);
        PermutationImportance.Found found = find(formula, split, columns(2), 5, 1);
        assertThat(losses(found, 1)).isEqualTo(new Spread(0, 0));
        assertThat(losses(found, 0).mean()).isPositive();
    }

    @Test
    void partsThatTheModelTreatsAlikeCountAlike() {
        Tensor one = Formulas.normal(60, 1);
        float[] twice = new float[120];
        for (int i = 0; i < 60; i++) {
            twice[2 * i] = one.values()[i];
            twice[2 * i + 1] = one.values()[i];
        }
        ToDoubleFunction<float[]> formula = x -> Math.exp(x[0] + x[1]);
        MemorySplit split = Formulas.answered(Tensor.of(twice, 60, 2), formula);
        PermutationImportance.Found found = PermutationImportance.of(
                Formulas.tester(formula),
                split,
                all(split),
                columns(2),
                3,
                (part, repeat) -> new org.vitrine.datasets.random.Draw(repeat).permutation(60),
                share -> {});
        assertThat(found.parts().get(0).permuted())
                .isEqualTo(found.parts().get(1).permuted());
    }

    /** The indicators of a category move together: no input ever has two or none. */
    @Test
    void aPartOfSeveralPlacesMovesAsOne() {
        float[] values = new float[40 * 3];
        for (int i = 0; i < 40; i++) {
            values[3 * i + i % 3] = 1;
        }
        MemorySplit split = Formulas.answered(Tensor.of(values, 40, 3), x -> x[0]);
        Tester strict = examples -> {
            Batch batch = examples.batch(IntStream.range(0, examples.size()).toArray());
            for (int i = 0; i < examples.size(); i++) {
                float[] row = Formulas.row(batch.inputs(), i);
                assertThat(row[0] + row[1] + row[2]).isEqualTo(1);
            }
            return Formulas.tester(x -> x[0]).test(examples);
        };
        PermutationImportance.Found found = PermutationImportance.of(
                strict, split, all(split), List.of(new InputPart("category", new int[] {0, 1, 2})), 4, 3, share -> {});
        assertThat(losses(found, 0).mean()).isPositive();
    }

    @Test
    void onlyTheChosenExamplesAreTakenFromOneAnother() {
        Tensor inputs = Tensor.of(new float[] {1, 100, 3, 100, 5, 100}, 6, 1);
        MemorySplit split = Formulas.answered(inputs, x -> x[0]);
        List<Float> seen = new ArrayList<>();
        Tester tester = examples -> {
            assertThat(examples.size()).isEqualTo(3);
            Batch batch = examples.batch(new int[] {2, 1, 0});
            assertThat(batch.targets().values()).containsExactly(5, 3, 1);
            for (float value : batch.inputs().values()) {
                seen.add(value);
            }
            return new Quality(0, 0);
        };
        PermutationImportance.of(tester, split, new int[] {0, 2, 4}, columns(1), 6, 9, share -> {});
        assertThat(seen).hasSize(7 * 3).containsOnly(1f, 3f, 5f);
    }

    @Test
    void whatIsFoundDependsOnTheSeedAloneAndNotOnOtherParts() {
        MemorySplit split = Formulas.answered(Formulas.normal(30, 1, 1, 1), PermutationImportanceTest::linear);
        PermutationImportance.Found found = find(PermutationImportanceTest::linear, split, columns(3), 4, 42);
        assertThat(find(PermutationImportanceTest::linear, split, columns(3), 4, 42))
                .isEqualTo(found);
        assertThat(find(PermutationImportanceTest::linear, split, columns(3), 4, 43))
                .isNotEqualTo(found);
        PermutationImportance.Found fewer = find(PermutationImportanceTest::linear, split, columns(1), 2, 42);
        assertThat(fewer.parts().get(0).permuted())
                .isEqualTo(found.parts().get(0).permuted().subList(0, 2));
    }

    @Test
    void progressCanStopIt() {
        MemorySplit split = Formulas.answered(Formulas.normal(10, 1, 1), PermutationImportanceTest::linear);
        List<Double> told = new ArrayList<>();
        assertThatThrownBy(() -> PermutationImportance.of(
                        Formulas.tester(PermutationImportanceTest::linear),
                        split,
                        all(split),
                        columns(2),
                        2,
                        1,
                        share -> {
                            told.add(share);
                            if (share >= 0.5) {
                                throw new CancellationException();
                            }
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly(0.0, 0.25, 0.5);
    }

    @Test
    void tooFewExamplesAreRefused() {
        MemorySplit split = Formulas.answered(Formulas.normal(1, 1, 1), PermutationImportanceTest::linear);
        assertThatThrownBy(() -> find(PermutationImportanceTest::linear, split, columns(2), 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("To permute takes at least 2 examples, not 1");
        MemorySplit more = Formulas.answered(Formulas.normal(2, 1, 1), PermutationImportanceTest::linear);
        assertThatThrownBy(() -> find(PermutationImportanceTest::linear, more, columns(2), 0, 1))
                .hasMessageContaining("Repeat 1 to 1000 times");
    }

    @Test
    void examplesAreChosenAtEvenDistances() {
        MemorySplit split = Formulas.answered(Formulas.normal(10, 1, 1), PermutationImportanceTest::linear);
        assertThat(ChosenExamples.of(split, 4)).containsExactly(0, 2, 5, 7);
        assertThat(ChosenExamples.of(split, 99)).hasSize(10);
        assertThatThrownBy(() -> ChosenExamples.of(split, 0)).hasMessageContaining("At least 1 example");
    }
}
