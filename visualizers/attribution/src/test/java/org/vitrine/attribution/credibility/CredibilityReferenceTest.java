package org.vitrine.attribution.credibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;

/** Values by NumPy, SciPy and scikit-image: {@code reference.py} beside {@code reference.npz} made them. */
class CredibilityReferenceTest {
    private static Map<String, Tensor> reference = Map.of();

    @BeforeAll
    static void read() throws Exception {
        Path file = Path.of(Objects.requireNonNull(CredibilityReferenceTest.class.getResource("reference.npz"))
                .toURI());
        try (Npz npz = Npz.open(file)) {
            reference = npz.readAll();
        }
    }

    @ParameterizedTest
    @CsvSource({"gradient, gradient-x-input", "gradient-x-input, gradient"})
    void allMetricsAreThoseOfTheReference(String method, String other) {
        Trial trial = trial(method, other);
        Line deletion = new Deletion().judge(trial);
        near(deletion, method + "/deletion", 0);
        figure(deletion, "area", method + "/deletion", 1);
        figure(deletion, "randomArea", method + "/deletion", 2);
        Line insertion = new Insertion().judge(trial);
        near(insertion, method + "/insertion", 0);
        figure(insertion, "area", method + "/insertion", 1);
        near(new Infidelity().judge(trial), method + "/infidelity", 0);
        near(new MaxSensitivity().judge(trial), method + "/stability", 0);
        near(new Sparseness().judge(trial), method + "/sparseness", 0);
        near(new Agreement().judge(trial), method + "/agreement", 0);
        Line randomisation = new Randomisation().judge(trial);
        figure(randomisation, Curve.RANK_CORRELATION, method + "/randomisation", 0);
        figure(randomisation, Curve.STRUCTURAL_SIMILARITY, method + "/randomisation", 1);
    }

    @Test
    void theCurveIsThatOfTheReference() {
        Curve curve = new Deletion()
                .judge(trial("gradient-x-input", "gradient"))
                .curve()
                .orElseThrow();
        float[] expected = value("gradient-x-input/deletionCurve").values();
        List<Double> found = Objects.requireNonNull(curve.series().get(Curve.EXPLANATION));
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.get(i)).as("point %d", i).isCloseTo(expected[i], within(1e-5));
        }
    }

    private static Trial trial(String method, String other) {
        return Trial.of(
                network("net"),
                value("input").reshape(1, 9, 9),
                null,
                1,
                Readout.PROBABILITY,
                Trials.method(method),
                AttributionOptions.DEFAULT,
                List.of(Trials.method(other)),
                Optional.of(Trials.random(network("twin"))),
                Effort.DEFAULT);
    }

    private static TanhModel network(String name) {
        return new TanhModel(value(name + "/w"), value(name + "/b"), value(name + "/v"));
    }

    private static Tensor value(String name) {
        return Objects.requireNonNull(reference.get(name), name);
    }

    private static void near(Line line, String name, int index) {
        near(line.value().orElseThrow(), name, index);
    }

    private static void figure(Line line, String figure, String name, int index) {
        near(Objects.requireNonNull(line.figures().get(figure)), name, index);
    }

    private static void near(double found, String name, int index) {
        double expected = value(name).values()[index];
        assertThat(found).as("%s %d", name, index).isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
    }
}
