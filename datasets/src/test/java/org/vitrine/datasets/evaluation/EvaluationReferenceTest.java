package org.vitrine.datasets.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vitrine.datasets.evaluation.Reference.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.metrics.RegressionMetrics;

/** Compares with scikit-learn and SciPy. */
class EvaluationReferenceTest {
    private static final JsonNode REFERENCE = Reference.beside(EvaluationReferenceTest.class);
    private static final Offset<Double> CLOSE = within(1e-9);

    private final float[][] probabilities = Reference.rows(REFERENCE.get("probabilities"));
    private final int[] actual = Reference.integers(REFERENCE.get("actual"));
    private final ClassCurves curves = ClassCurves.of(probabilities, actual, 4);

    @Test
    void areasAndAveragePrecisionsAreThoseOfScikitLearn() {
        for (int k = 0; k < 4; k++) {
            JsonNode expected = REFERENCE.get("classes").get(k);
            assertThat(curves.of(k).area()).isCloseTo(expected.get("area").asDouble(), CLOSE);
            assertThat(curves.of(k).averagePrecision())
                    .isCloseTo(expected.get("averagePrecision").asDouble(), CLOSE);
        }
        assertThat(curves.micro().area()).isCloseTo(REFERENCE.get("microArea").asDouble(), CLOSE);
        assertThat(curves.micro().averagePrecision())
                .isCloseTo(REFERENCE.get("microAveragePrecision").asDouble(), CLOSE);
        assertThat(curves.macroArea()).isCloseTo(REFERENCE.get("macroArea").asDouble(), CLOSE);
        assertThat(curves.macroAveragePrecision())
                .isCloseTo(REFERENCE.get("macroAveragePrecision").asDouble(), CLOSE);
    }

    @Test
    void curvesGoThroughThePointsOfScikitLearn() {
        for (int k = 0; k < 4; k++) {
            JsonNode expected = REFERENCE.get("classes").get(k);
            List<ThresholdCounts> steps = curves.of(k).steps();
            assertThat(steps.stream()
                            .mapToDouble(ThresholdCounts::falsePositiveRate)
                            .toArray())
                    .containsExactly(numbers(expected.get("falsePositiveRates")), CLOSE);
            assertThat(steps.stream().mapToDouble(ThresholdCounts::recall).toArray())
                    .containsExactly(numbers(expected.get("truePositiveRates")), CLOSE);
            assertThat(steps.stream().mapToDouble(ThresholdCounts::recall).toArray())
                    .containsExactly(numbers(expected.get("recalls")), CLOSE);
            assertThat(steps.stream().mapToDouble(ThresholdCounts::precision).toArray())
                    .containsExactly(numbers(expected.get("precisions")), CLOSE);
        }
    }

    @Test
    void aThresholdDividesAsInScikitLearn() {
        for (int k = 0; k < 4; k++) {
            JsonNode expected = REFERENCE.get("classes").get(k).get("at30");
            ThresholdCounts counts = curves.of(k).at(0.3f);
            assertThat(counts.precision()).isCloseTo(expected.get("precision").asDouble(), CLOSE);
            assertThat(counts.recall()).isCloseTo(expected.get("recall").asDouble(), CLOSE);
            assertThat(counts.f1()).isCloseTo(expected.get("f1").asDouble(), CLOSE);
            assertThat(new double[] {
                        counts.trueNegatives(), counts.falsePositives(), counts.falseNegatives(), counts.truePositives()
                    })
                    .containsExactly(numbers(expected.get("confusion")));
        }
    }

    @Test
    void calibrationIsThatOfScikitLearn() {
        JsonNode expected = REFERENCE.get("calibration");
        Calibration found = Calibration.of(probabilities, actual, 10);
        List<Calibration.Bin> filled =
                found.bins().stream().filter(bin -> bin.count() > 0).toList();
        assertThat(filled.stream().mapToDouble(Calibration.Bin::accuracy).toArray())
                .containsExactly(numbers(expected.get("accuracies")), CLOSE);
        assertThat(filled.stream().mapToDouble(Calibration.Bin::confidence).toArray())
                .containsExactly(numbers(expected.get("confidences")), CLOSE);
        assertThat(filled.stream().mapToDouble(Calibration.Bin::count).toArray())
                .containsExactly(numbers(expected.get("counts")));
        assertThat(found.expectedError()).isCloseTo(expected.get("ece").asDouble(), CLOSE);
        assertThat(found.greatestError()).isCloseTo(expected.get("mce").asDouble(), CLOSE);
        assertThat(found.brier()).isCloseTo(expected.get("brier").asDouble(), within(1e-7));
    }

    @Test
    void ofTwoClassesTheBrierScoreIsTwiceThatOfScikitLearn() {
        JsonNode binary = REFERENCE.get("binary");
        double[] positive = numbers(binary.get("probabilities"));
        float[][] both = new float[positive.length][];
        for (int i = 0; i < both.length; i++) {
            both[i] = new float[] {(float) (1 - positive[i]), (float) positive[i]};
        }
        assertThat(Calibration.of(both, Reference.integers(binary.get("actual")), 10)
                        .brier())
                .isCloseTo(2 * binary.get("brier").asDouble(), within(1e-7));
    }

    @Test
    void theTemperatureIsThatOfTheLeastLoss() {
        JsonNode expected = REFERENCE.get("temperature");
        assertThat(Temperature.fit(Reference.rows(expected.get("probabilities")), actual))
                .isCloseTo(expected.get("value").asDouble(), within(1e-4));
    }

    @Test
    void intervalsAreThoseOfWilson() {
        for (JsonNode row : REFERENCE.get("wilson")) {
            Interval interval = Interval.wilson(row.get(0).asLong(), row.get(1).asLong());
            assertThat(interval.low()).isCloseTo(row.get(2).asDouble(), CLOSE);
            assertThat(interval.high()).isCloseTo(row.get(3).asDouble(), CLOSE);
        }
    }

    @Test
    void residualsAndTheirQuantilesAreThoseOfSciPy() {
        JsonNode expected = REFERENCE.get("residuals");
        double[] truth = numbers(expected.get("actual"));
        double[] predicted = numbers(expected.get("predicted"));
        Residuals residuals = Residuals.of(truth, predicted);
        assertThat(residuals.mean()).isCloseTo(expected.get("mean").asDouble(), CLOSE);
        assertThat(residuals.deviation()).isCloseTo(expected.get("deviation").asDouble(), CLOSE);
        assertThat(residuals.sorted()).containsExactly(numbers(expected.get("ordered")), CLOSE);
        assertThat(residuals.normalQuantiles()).containsExactly(numbers(expected.get("quantiles")), CLOSE);
        RegressionMetrics metrics = RegressionMetrics.of(floats(truth), floats(predicted));
        assertThat(metrics.r2()).isCloseTo(expected.get("r2").asDouble(), within(1e-6));
        assertThat(metrics.rmse()).isCloseTo(expected.get("rmse").asDouble(), within(1e-6));
        assertThat(metrics.mae()).isCloseTo(expected.get("mae").asDouble(), within(1e-6));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
