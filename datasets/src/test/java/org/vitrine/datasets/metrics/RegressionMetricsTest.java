package org.vitrine.datasets.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionMetricsTest {
    @Test
    void agreesWithAnExampleWorkedByHand() {
        RegressionMetrics metrics = RegressionMetrics.of(new float[] {1, 2, 3, 4}, new float[] {1, 2, 5, 3});
        assertThat(metrics.rmse()).isCloseTo(Math.sqrt(5.0 / 4), within(1e-12));
        assertThat(metrics.mae()).isCloseTo(3.0 / 4, within(1e-12));
        assertThat(metrics.r2()).isCloseTo(1 - 5.0 / 5, within(1e-12));
    }

    @Test
    void perfectPredictionsHaveNoErrorAndAnR2OfOne() {
        float[] values = {0.5f, -2, 7};
        assertThat(RegressionMetrics.of(values, values)).isEqualTo(new RegressionMetrics(3, 0, 0, 1));
    }

    @Test
    void r2IsUndefinedWhenTheTruthDoesNotVary() {
        assertThat(RegressionMetrics.of(new float[] {2, 2}, new float[] {1, 3}).r2())
                .isNaN();
    }

    @Test
    void unequalLengthsAreRefused() {
        assertThatThrownBy(() -> RegressionMetrics.of(new float[] {1}, new float[] {}))
                .hasMessageContaining("1 and 0");
    }
}
