package org.vitrine.attribution.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;

class PartialDependenceTest {
    private static final Tensor INPUTS = Formulas.normal(80, 1, 2, 0.5);

    private static InputColumn number(int place, Scale scale) {
        return new InputColumn("x" + place, InputColumn.Kind.NUMBER, new int[] {place}, List.of(scale), List.of());
    }

    private static DependenceAxis axis(int place) {
        return DependenceAxis.of(number(place, Scale.IDENTITY), INPUTS, 9);
    }

    private static double mean(int column) {
        return IntStream.range(0, INPUTS.rows())
                .mapToDouble(i -> Formulas.row(INPUTS, i)[column])
                .average()
                .orElseThrow();
    }

    private static Curves curves(Predictor model, DependenceAxis axis) {
        return Curves.of(PartialDependence.curves(model, INPUTS, axis, share -> {}), 0);
    }

    @Test
    void ofAnAdditiveModelItIsThatTermUpToAConstant() {
        Predictor model = Formulas.predictor(x -> Math.sin(x[0]) + x[1] * x[1] - 3 * x[2]);
        DependenceAxis axis = axis(0);
        Curves curves = curves(model, axis);
        double[] mean = curves.mean();
        double constant = mean[0] - Math.sin(axis.values().get(0));
        for (int value = 0; value < mean.length; value++) {
            assertThat(mean[value] - Math.sin(axis.values().get(value))).isCloseTo(constant, within(1e-5));
        }
        // Without interactions all examples have the same shape.
        Curves centred = curves.centred(0);
        for (int example = 0; example < curves.examples(); example++) {
            assertThat(centred.ofExample(example)).containsExactly(centred.mean(), within(2e-5));
        }
    }

    @Test
    void linesOfAnInteractionHaveTheOtherColumnAsTheirSlope() {
        Curves curves = curves(Formulas.predictor(x -> x[0] * x[1]), axis(0));
        DependenceAxis axis = axis(0);
        double run = axis.values().get(8) - axis.values().get(0);
        for (int example = 0; example < INPUTS.rows(); example++) {
            double[] line = curves.ofExample(example);
            assertThat((line[8] - line[0]) / run).isCloseTo(Formulas.row(INPUTS, example)[1], within(1e-5));
        }
        double[] pdp = curves.mean();
        assertThat((pdp[8] - pdp[0]) / run).isCloseTo(mean(1), within(1e-5));
        assertThat(curves.centred(0).answers()[0]).containsOnly(0);
    }

    @Test
    void aColumnThatTheModelDoesNotUseGivesFlatLines() {
        Curves curves = curves(Formulas.predictor(x -> Math.exp(x[0]) + x[2]), axis(1));
        for (double[] answers : curves.centred(4).answers()) {
            assertThat(answers).containsOnly(0);
        }
    }

    @Test
    void columnsThatTheModelTreatsAlikeHaveTheSameCurve() {
        Predictor model = Formulas.predictor(x -> (x[0] + x[1]) * (x[0] + x[1]) + x[2]);
        DependenceAxis first = DependenceAxis.numbers(number(0, Scale.IDENTITY), new double[] {-1, 0, 2});
        DependenceAxis second = DependenceAxis.numbers(number(1, Scale.IDENTITY), new double[] {-1, 0, 2});
        float[] alike = INPUTS.values().clone();
        for (int i = 0; i < INPUTS.rows(); i++) {
            alike[3 * i + 1] = alike[3 * i];
        }
        Tensor inputs = new Tensor(INPUTS.shape(), alike);
        assertThat(PartialDependence.curves(model, inputs, first, share -> {}))
                .isEqualTo(PartialDependence.curves(model, inputs, second, share -> {}));
    }

    @Test
    void ofTwoColumnsItIsTheirProductUpToAConstant() {
        Predictor model = Formulas.predictor(x -> x[0] * x[1] + x[2]);
        DependenceAxis first = axis(0);
        DependenceAxis second = axis(1);
        Tensor surface = PartialDependence.surface(model, INPUTS, first, second, share -> {});
        assertThat(surface.shape()).containsExactly(9, 9, 1);
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < 9; column++) {
                assertThat((double) surface.values()[row * 9 + column])
                        .isCloseTo(first.values().get(row) * second.values().get(column) + mean(2), within(1e-5));
            }
        }
    }

    @Test
    void valuesAreInTheColumnsOwnUnitsAndWrittenAsTheNetworkGetsThem() {
        Scale scale = new Scale(3000, 800);
        InputColumn weight = number(0, scale);
        Tensor inputs = Tensor.of(new float[] {-1, 0, 1.5f, 0.25f}, 4, 1);
        DependenceAxis axis = DependenceAxis.of(weight, inputs, 10);
        assertThat(axis.values()).containsExactly(2200.0, 3000.0, 3200.0, 4200.0);
        assertThat(axis.written().values()).containsExactly(new float[] {-1, 0, 0.25f, 1.5f}, within(1e-6f));
        Curves curves = Curves.of(
                PartialDependence.curves(Formulas.predictor(x -> scale.invert(x[0]) / 1000), inputs, axis, share -> {}),
                0);
        assertThat(curves.mean()).containsExactly(new double[] {2.2, 3, 3.2, 4.2}, within(1e-6));
    }

    @Test
    void manyValuesBecomeQuantilesOfTheTypeThatIsUsual() {
        // numpy.quantile([0, 1, 4, 9, 16, 25], [0, 0.25, 0.5, 0.75, 1])
        Tensor inputs = Tensor.of(new float[] {25, 1, 16, 0, 4, 9}, 6, 1);
        assertThat(DependenceAxis.of(number(0, Scale.IDENTITY), inputs, 5).values())
                .containsExactly(0.0, 1.75, 6.5, 14.25, 25.0);
        assertThatThrownBy(() -> DependenceAxis.of(number(0, Scale.IDENTITY), inputs, 1))
                .hasMessageContaining("2 to 1000");
    }

    @Test
    void aCategoryIsWrittenToAllItsIndicators() {
        Scale scaled = new Scale(0.5, 0.25);
        InputColumn origin = new InputColumn(
                "origin",
                InputColumn.Kind.CATEGORY,
                new int[] {1, 2},
                List.of(scaled, Scale.IDENTITY),
                List.of("Europe", "Japan"));
        Tensor inputs = Tensor.of(new float[] {7, 2, 0, 8, -2, 1}, 2, 3);
        assertThat(origin.value(inputs.row(0).values())).isZero();
        assertThat(origin.value(inputs.row(1).values())).isEqualTo(1);
        DependenceAxis axis = DependenceAxis.of(origin, inputs, 20);
        assertThat(axis.labels()).containsExactly("Europe", "Japan");
        Tensor written = new Tensor(inputs.shape(), inputs.values().clone());
        axis.write(1, written);
        assertThat(written.values()).containsExactly(7, -2, 1, 8, -2, 1);
    }

    @Test
    void ofTooManyCategoriesNothingIsAsked() {
        float[] ids = new float[100];
        List<String> names =
                IntStream.range(0, 100).mapToObj(id -> "person " + id).toList();
        for (int i = 0; i < 100; i++) {
            ids[i] = i;
        }
        InputColumn user =
                new InputColumn("user", InputColumn.Kind.TOKEN, new int[] {0}, List.of(Scale.IDENTITY), names);
        assertThatThrownBy(() -> DependenceAxis.of(user, Tensor.of(ids, 100, 1), 20))
                .hasMessage(
                        "Column \"user\" has 100 different values, too many to be asked about one by one: 60 at most");
        DependenceAxis few = DependenceAxis.of(user, Tensor.of(new float[] {5, 3, 5}, 3, 1), 20);
        assertThat(few.labels()).containsExactly("person 3", "person 5");
    }

    @Test
    void datesAreThoseOfExamplesWithAllThatTheNetworkIsToldOfThem() {
        Tensor inputs = Tensor.of(
                new float[] {
                    2014, (float) Math.sin(Math.PI), (float) Math.cos(Math.PI), 0.3f, 0.4f, 2013, 0, 1, 0.5f, 0.6f
                },
                2,
                5);
        InputColumn day = new InputColumn(
                "day",
                InputColumn.Kind.DATE,
                new int[] {0, 1, 2, 3, 4},
                java.util.Collections.nCopies(5, Scale.IDENTITY),
                List.of());
        DependenceAxis axis = DependenceAxis.of(day, inputs, 10);
        assertThat(axis.labels()).containsExactly("2013-01-01", "2014-07-03");
        assertThat(axis.values().get(1)).isCloseTo(2014.5, within(1e-6));
        assertThat(axis.written().row(0)).isEqualTo(inputs.row(1));
    }

    @Test
    void aChannelIsMovedByDeviationsAtAllItsSteps() {
        Scale scale = new Scale(10, 2);
        Tensor inputs = Tensor.of(new float[] {-1, 1, 5, 5, 1, -1, 5, 5}, 2, 2, 2);
        InputColumn channel = new InputColumn(
                "temperature", InputColumn.Kind.CHANNEL, new int[] {0, 1}, List.of(scale, scale), List.of());
        DependenceAxis axis = DependenceAxis.of(channel, inputs, 3);
        // Raw numbers are 8 and 12: their deviation is 2.
        assertThat(axis.values()).containsExactly(-4.0, 0.0, 4.0);
        Predictor model = asked -> {
            float[] answers = new float[asked.rows()];
            for (int i = 0; i < answers.length; i++) {
                float[] row = Formulas.row(asked, i);
                answers[i] = (row[0] + row[1]) / 2 + row[3];
            }
            return Tensor.of(answers, answers.length, 1);
        };
        Curves curves = Curves.of(PartialDependence.curves(model, inputs, axis, share -> {}), 0);
        assertThat(curves.mean()).containsExactly(3, 5, 7);
        assertThat(inputs.values()).containsExactly(-1, 1, 5, 5, 1, -1, 5, 5);
    }

    @Test
    void progressCanStopIt() {
        assertThatThrownBy(() -> PartialDependence.curves(Formulas.predictor(x -> x[0]), INPUTS, axis(0), share -> {
                    if (share > 0.5) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
