package org.vitrine.editor.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Range;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

class NumbersTest {
    private static final Parameter RATE =
            Parameters.find(TrainingSettings.DEFAULT, "learningRate").orElseThrow();
    private static final Parameter MOMENTUM =
            Parameters.find(TrainingSettings.DEFAULT, "momentum").orElseThrow();
    private static final Parameter EPOCHS =
            Parameters.find(TrainingSettings.DEFAULT, "epochs").orElseThrow();

    /** The numeric parameters of all layers and of the training. */
    private static List<Parameter> numbers() {
        List<Parameter> numbers = new ArrayList<>(Parameters.of(TrainingSettings.DEFAULT));
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            numbers.addAll(Parameters.of((Record) layer));
        }
        return numbers.stream()
                .filter(parameter -> parameter.range().isPresent())
                .toList();
    }

    @Property
    void whatIsShownIsReadBackExactly(@ForAll @DoubleRange(min = 1e-8, max = 10) @Scale(12) double value) {
        assertThat(Numbers.parse(Numbers.format(value), RATE)).contains(value);
    }

    @Property
    void stepsStayInTheRange(@ForAll @IntRange(min = 1, max = 100000) int value, @ForAll int steps) {
        assertThat(Numbers.parse(Numbers.format(Numbers.step(value, steps, EPOCHS)), EPOCHS))
                .isPresent();
    }

    @Test
    void bothEndsOfEveryRangeCanBeTyped() {
        for (Parameter parameter : numbers()) {
            Range range = parameter.range().orElseThrow();
            assertThat(Numbers.parse(Numbers.format(range.min()), parameter))
                    .as(parameter.name())
                    .isPresent();
            assertThat(Numbers.parse(Numbers.format(range.max()), parameter))
                    .as(parameter.name())
                    .isPresent();
        }
    }

    @Test
    void textThatIsNoNumberOfTheRangeIsRefused() {
        for (String text : List.of("", "abc", "-1", "11", "1e400", "NaN", "Infinity", "1,2,3")) {
            assertThat(Numbers.parse(text, RATE)).as(text).isEmpty();
        }
        for (String text : List.of("0", "1.5", "100001", "1e9")) {
            assertThat(Numbers.parse(text, EPOCHS)).as(text).isEmpty();
        }
    }

    @Test
    void numbersAreReadAsPeopleWriteThem() {
        assertThat(Numbers.parse("0,01", RATE)).contains(0.01);
        assertThat(Numbers.parse(" 1e-3 ", RATE)).contains(0.001);
        assertThat(Numbers.parse("12", EPOCHS)).contains(12);
        assertThat(Numbers.format(1e-5)).isEqualTo("1e-5");
        assertThat(Numbers.format(0.0001)).isEqualTo("0.0001");
        assertThat(Numbers.format(2.0)).isEqualTo("2");
    }

    @Test
    void learningRatesStepAlongOneTwoFive() {
        assertThat(Numbers.step(0.001, 1, RATE)).isEqualTo(0.002);
        assertThat(Numbers.step(0.002, 1, RATE)).isEqualTo(0.005);
        assertThat(Numbers.step(0.003, 1, RATE)).isEqualTo(0.005);
        assertThat(Numbers.step(0.005, 1, RATE)).isEqualTo(0.01);
        assertThat(Numbers.step(0.001, -1, RATE)).isEqualTo(0.0005);
        assertThat(Numbers.step(0.001, -100, RATE)).isEqualTo(1e-8);
        assertThat(Numbers.step(10.0, 1, RATE)).isEqualTo(10.0);
    }

    @Test
    void stepsDoNotGatherRoundingErrors() {
        Object value = 0.0;
        for (int i = 0; i < 30; i++) {
            value = Numbers.step(value, 1, MOMENTUM);
        }
        assertThat(value).isEqualTo(0.3);
    }
}
