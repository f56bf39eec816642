package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SquashTest {

    @Test
    void theFastTanhIsRightToSinglePrecision() {
        double[] values = new double[4001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 2000) / 100.0;
        }
        double[] fast = values.clone();
        Squash.SINGLE.tanh(fast, 0, fast.length);
        double[] exact = values.clone();
        Squash.EXACT.tanh(exact, 0, exact.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(fast[i]).as("tanh(%s)", values[i]).isBetween(exact[i] - 1e-7, exact[i] + 1e-7);
        }
    }
}
