package org.vitrine.datasets.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    @Test
    void aThinnedCurveKeepsItsEndsAndItsArea() {
        int n = 5000;
        double[] scores = new double[n];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            scores[i] = i % 997 / 997.0;
            positive[i] = scores[i] > 0.5 ^ i % 7 == 0;
        }
        ThresholdCurve curve = ThresholdCurve.of(scores, positive);
        ThresholdCurve.Line line = curve.roc(100);
        assertThat(line.x()).hasSizeLessThan(110);
        assertThat(line.x()[0]).isZero();
        assertThat(line.x()[line.x().length - 1]).isEqualTo(1);
        double area = 0;
        for (int i = 1; i < line.x().length; i++) {
            area += (line.x()[i] - line.x()[i - 1]) * (line.y()[i] + line.y()[i - 1]) / 2;
        }
        assertThat(area).isCloseTo(curve.area(), within(0.005));
    }

    @Test
    void aClassWithoutExamplesHasNoCurveAndIsLeftOutOfTheMean() {
        ClassCurves curves = ClassCurves.of(
                new float[][] {{0.7f, 0.2f, 0.1f}, {0.3f, 0.6f, 0.1f}, {0.5f, 0.3f, 0.2f}}, new int[] {0, 1, 0}, 3);
        assertThat(curves.of(2).isDefined()).isFalse();
        assertThat(curves.of(2).area()).isNaN();
        assertThat(curves.macroArea()).isEqualTo(1);
        assertThat(curves.macroRoc(11).y()).containsOnly(1);
    }

    @Test
    void theBestThresholdHasTheGreatestF1() {
        ThresholdCurve curve = ThresholdCurve.of(
                new double[] {0.9, 0.8, 0.7, 0.6, 0.1}, new boolean[] {true, true, false, true, false});
        assertThat(curve.bestF1().threshold()).isEqualTo(0.6);
        assertThat(curve.at(0.65).truePositives()).isEqualTo(2);
        assertThat(curve.at(2).precision()).isEqualTo(1);
    }

    @Test
    void scalingByATemperatureKeepsPredictionsAndSums() {
        float[][] rows = {{0.7f, 0.2f, 0.1f}, {0, 1, 0}};
        float[][] soft = Temperature.scale(rows, 2);
        assertThat(soft[0][0]).isBetween(0.5f, 0.7f);
        assertThat(soft[0][0] + soft[0][1] + soft[0][2]).isCloseTo(1, within(1e-6f));
        assertThat(soft[1][1]).isGreaterThan(0.99f);
    }

    @Test
    void mistakesComeTheSurestFirst() {
        float[][] probabilities = {{0.9f, 0.1f}, {0.4f, 0.6f}, {0.2f, 0.8f}, {0.3f, 0.7f}};
        assertThat(Mistakes.mostConfident(new int[] {0, 0, 0, 1}, new int[] {0, 1, 1, 1}, probabilities, 10))
                .containsExactly(2, 1);
        assertThat(Mistakes.largest(new double[] {1, 5, 3}, 2)).containsExactly(1, 2);
    }

    @Test
    void slicesCountWhatIsInThem() {
        List<Slice> slices = Slices.ofShares(List.of("a", "b", "a", "a"), new boolean[] {true, false, true, false});
        assertThat(slices).extracting(Slice::name).containsExactly("a", "b");
        assertThat(slices.get(0).members()).containsExactly(0, 2, 3);
        assertThat(slices.get(0).score()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(slices.get(0).interval()).isEqualTo(Interval.wilson(2, 3));
        Slice errors = Slices.ofErrors(List.of("x", "x"), new double[] {1, 3}).get(0);
        assertThat(errors.score()).isEqualTo(2);
        assertThat(errors.interval().high()).isCloseTo(2 + 1.959964, within(1e-5));
    }

    @Test
    void manyNumbersFallIntoQuarters() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> i);
        List<String> groups = Slices.groupsOf(values, 8, value -> Integer.toString((int) value));
        assertThat(groups.stream().distinct()).containsExactly("< 25", "25 \u2013 50", "50 \u2013 75", "\u2265 75");
        assertThat(Slices.groupsOf(new double[] {1, 2, 1}, 8, value -> Integer.toString((int) value)))
                .containsExactly("1", "2", "1");
    }
}
