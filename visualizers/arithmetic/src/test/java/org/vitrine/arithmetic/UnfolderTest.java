package org.vitrine.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;

/** Layers that can be computed by hand; the worker's test compares all of them with the engine. */
class UnfolderTest {
    private static final Given TWO = new Given(Tensor.of(new float[] {2, -1}, 2), null);
    private static final Map<String, Tensor> DENSE = Map.of(
            "W", Tensor.of(new float[] {1, 3, 4, 0.5f}, 2, 2),
            "b", Tensor.of(new float[] {-5, 0.25f}, 2));

    private static Unfolded inner(Term term, int factor) {
        return ((Source.Inner) term.factors().get(factor).source()).how().get();
    }

    @Test
    void aDenseUnitIsAFunctionOfASumOfProducts() {
        Unfolded unit = Unfolder.of(new LayerPass(new Dense(2, Activation.RELU), List.of(TWO), DENSE), Cell.of(0));
        assertThat(unit.title()).isEqualTo("Dense [0]");
        assertThat(unit.value()).isZero();
        assertThat(unit.rule()).isEqualTo(new Rule.Function(Activation.RELU));
        Unfolded sum = inner(unit.terms().get(0), 0);
        assertThat(sum.value()).isEqualTo(2 * 1 - 1 * 4 - 5);
        assertThat(sum.terms()).extracting(Term::value).containsExactly(2.0, -4.0, -5.0);
        assertThat(sum.terms().get(1).factors())
                .containsExactly(
                        new Factor(-1, new Source.Input(0, Cell.of(1))),
                        new Factor(4, new Source.Parameter("W", Cell.of(1, 0))));
        assertThat(sum.terms().get(2).factors()).containsExactly(new Factor(-5, new Source.Parameter("b", Cell.of(0))));
    }

    @Test
    void probabilitiesAreSoftmaxOfAHeadsOutputs() {
        LayerPass pass = new LayerPass(new ClassificationOutput(), List.of(TWO), DENSE);
        Unfolded outcome = Outcomes.of(pass, Cell.of(1)).orElseThrow();
        assertThat(outcome.terms()).extracting(Term::value).containsExactly(-7.0, 5.75);
        assertThat(outcome.value()).isCloseTo(1 / (1 + Math.exp(-7 - 5.75)), within(1e-12));
        assertThat(Outcomes.of(new LayerPass(new Dense(2, Activation.RELU), List.of(TWO), DENSE), Cell.of(0)))
                .isEmpty();
    }

    @Test
    void aPoolingWindowTellsItsWinner() {
        Given image = new Given(Tensor.of(new float[] {1, 7, 3, 2}, 1, 2, 2), null);
        Unfolded greatest = Unfolder.of(
                new LayerPass(new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID), List.of(image), Map.of()),
                Cell.of(0, 0, 0));
        double[] values = greatest.terms().stream().mapToDouble(Term::value).toArray();
        assertThat(((Rule.Greatest) greatest.rule()).winner(values)).isEqualTo(1);
        assertThat(greatest.value()).isEqualTo(7);
    }

    @Test
    void windowsLeavePaddingOut() {
        Given steps = new Given(Tensor.of(new float[] {1, 2, 4}, 1, 3), Tensor.of(new float[] {1, 1, 0}, 3));
        LayerPass pass = new LayerPass(
                new Convolution1D(1, 3, 1, 1, Padding.SAME, Activation.IDENTITY),
                List.of(steps),
                Map.of("W", Tensor.of(new float[] {10, 20, 30}, 3, 1, 1), "b", Tensor.of(new float[] {0.5f}, 1)));
        Unfolded first = Unfolder.of(pass, Cell.of(0, 0));
        assertThat(first.terms()).extracting(Term::value).containsExactly(20.0, 60.0, 0.5);
        assertThat(Unfolder.of(pass, Cell.of(0, 1)).terms())
                .extracting(Term::value)
                .containsExactly(10.0, 40.0, 0.5);
        assertThat(Unfolder.of(pass, Cell.of(0, 2)).rule()).isEqualTo(new Rule.Masked());
    }

    @Test
    void aStateUnfoldsToTheStepBefore() {
        Given steps = new Given(Tensor.of(new float[] {1, 1}, 1, 2), null);
        LayerPass pass = new LayerPass(
                new Lstm(1),
                List.of(steps),
                Map.of(
                        "W", Tensor.of(new float[] {1, 2, 3, 4}, 1, 4),
                        "R", Tensor.of(new float[] {0, 0, 0, 1}, 1, 4),
                        "b", Tensor.zeros(4)));
        Unfolded state = Unfolder.of(pass, Cell.of(0, 1));
        Unfolded squashed = inner(state.terms().get(0), 1);
        Unfolded memory = inner(squashed.terms().get(0), 0);
        Unfolded before = inner(memory.terms().get(0), 1);
        double open = 1 / (1 + Math.exp(-1));
        assertThat(before.title()).isEqualTo("memory of unit 0 after step 0");
        assertThat(before.value()).isCloseTo(open * Math.tanh(4), within(1e-12));
        assertThat(before.terms().get(0).factors().get(1))
                .isEqualTo(new Factor(0, new Source.Constant("state before the first step")));
    }

    @Test
    void dropoutPassesOnOutsideTraining() {
        Unfolded same = Unfolder.of(new LayerPass(new Dropout(0.5), List.of(TWO), Map.of()), Cell.of(1));
        assertThat(same.rule()).isEqualTo(new Rule.Passed());
        assertThat(same.value()).isEqualTo(-1);
    }

    @Test
    void whatIsMissingIsNamed() {
        LayerPass pass = new LayerPass(new Dense(2, Activation.RELU), List.of(TWO), Map.of());
        assertThatThrownBy(() -> Unfolder.of(pass, Cell.of(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Dense needs the parameter W");
        assertThatThrownBy(() -> Unfolder.of(new LayerPass(new Dropout(0.5), List.of(TWO), Map.of()), Cell.of(2)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("[2] is outside [2]");
    }

    /** Values of the C library. */
    @Test
    void theErrorFunctionIsThatOfTheTables() {
        assertThat(Functions.erf(0.5)).isCloseTo(0.5204998778130465, within(1e-15));
        assertThat(Functions.erf(-1.5)).isCloseTo(-0.9661051464753108, within(1e-15));
        assertThat(Functions.erf(2.99)).isCloseTo(0.9999764743969194, within(1e-12));
        assertThat(1 - Functions.erf(3.5)).isCloseTo(7.430983723414128e-7, within(1e-15));
    }
}
