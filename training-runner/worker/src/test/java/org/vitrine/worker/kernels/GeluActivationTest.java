package org.vitrine.worker.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class GeluActivationTest {

    @Test
    void geluIsXTimesTheNormalDistributionFunction() {
        double[] values = new GeluActivation()
                .getActivation(Nd4j.createFromArray(-3.0, -1.0, 0.5, 2.0), false)
                .toDoubleVector();
        assertThat(values)
                .containsExactly(new double[] {-0.0040496940, -0.1586552539, 0.3457312307, 1.9544997361}, within(1e-9));
    }
}
