package org.vitrine.datasets.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClassificationMetricsTest {
    // Worked by hand: cat 5 of 6 found, 5 of 7 right; dog 3 of 4, 3 of 4; fish 4 of 5, 4 of 4.
    private final ClassificationMetrics metrics =
            ClassificationMetrics.of(new long[][] {{5, 1, 0}, {1, 3, 0}, {1, 0, 4}});

    @Test
    void agreesWithAnExampleWorkedByHand() {
        assertThat(metrics.total()).isEqualTo(15);
        assertThat(metrics.accuracy()).isCloseTo(12.0 / 15, within(1e-12));
        assertThat(metrics.precision(0)).isCloseTo(5.0 / 7, within(1e-12));
        assertThat(metrics.recall(0)).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(metrics.f1(0)).isCloseTo(10.0 / 13, within(1e-12));
        assertThat(metrics.precision(2)).isEqualTo(1);
        assertThat(metrics.macro().recall()).isCloseTo((5.0 / 6 + 3.0 / 4 + 4.0 / 5) / 3, within(1e-12));
        assertThat(metrics.weighted().precision()).isCloseTo((6 * 5.0 / 7 + 4 * 0.75 + 5 * 1.0) / 15, within(1e-12));
        assertThat(metrics.rowShare(2, 0)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aClassNeverSeenNorPredictedCountsAsZero() {
        ClassificationMetrics two = ClassificationMetrics.of(new long[][] {{3, 0}, {0, 0}});
        assertThat(two.precision(1)).isZero();
        assertThat(two.recall(1)).isZero();
        assertThat(two.f1(1)).isZero();
        assertThat(two.accuracy()).isEqualTo(1);
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> ClassificationMetrics.of(new long[][] {{1, 2}, {3}}))
                .hasMessageContaining("Row 1")
                .hasMessageContaining("2 classes");
    }

    @Property
    void weightedRecallIsAccuracyAndF1LiesBetweenPrecisionAndRecall(@ForAll long seed) {
        Random random = new Random(seed);
        int[] actual = random.ints(60, 0, 5).toArray();
        int[] predicted = random.ints(60, 0, 5).toArray();
        ClassificationMetrics some = ClassificationMetrics.of(5, actual, predicted);
        long right =
                IntStream.range(0, 60).filter(i -> actual[i] == predicted[i]).count();
        assertThat(some.accuracy()).isCloseTo(right / 60.0, within(1e-12));
        assertThat(some.weighted().recall()).isCloseTo(some.accuracy(), within(1e-12));
        for (int c = 0; c < 5; c++) {
            assertThat(some.f1(c))
                    .isBetween(
                            Math.min(some.precision(c), some.recall(c)) - 1e-12,
                            Math.max(some.precision(c), some.recall(c)) + 1e-12);
        }
    }
}
