package org.vitrine.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vitrine.runs.evaluation.TestEvaluation;

class ExampleFilterTest {
    private static final TestEvaluation TEST = TestEvaluation.ofClasses(
            0.5, List.of("cat", "dog"), new int[] {0, 1, 0, 1, 0}, new int[] {0, 0, 1, 1, 0}, new float[5][2]);

    @Test
    void allExamplesPassAtFirst() {
        assertThat(ExampleFilter.ALL.select(TEST, 5)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void wrongOnesAreThoseTakenForAnotherClass() {
        assertThat(ExampleFilter.ALL.withWrongOnly(true).select(TEST, 5)).containsExactly(1, 2);
    }

    @Test
    void aCellHoldsExamplesOfOneClassTakenForOne() {
        assertThat(cell(0, 0).select(TEST, 5)).containsExactly(0, 4);
        assertThat(cell(1, 0).select(TEST, 5)).containsExactly(1);
    }

    private static ExampleFilter cell(int actual, int predicted) {
        return ExampleFilter.ALL.withActual(OptionalInt.of(actual)).withPredicted(OptionalInt.of(predicted));
    }

    @Test
    void conditionsAddUp() {
        ExampleFilter filter = ExampleFilter.ALL.withActual(OptionalInt.of(1)).withWrongOnly(true);
        assertThat(filter.select(TEST, 5)).containsExactly(1);
    }

    @Test
    void valuesAreNeverWrong() {
        TestEvaluation values = TestEvaluation.ofValues(0.5, List.of("y"), new float[3][1], new float[3][1]);
        assertThat(ExampleFilter.ALL.withWrongOnly(true).select(values, 3)).containsExactly(0, 1, 2);
    }
}
