package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Small reproducible arrays for the tests of layers. */
final class Examples {

    private Examples() {}

    /** Values in double from a seed that does not disturb ND4J's generator. */
    static INDArray normal(long seed, long... shape) {
        Random random = new Random(seed);
        long length = 1;
        for (long axis : shape) {
            length *= axis;
        }
        double[] values = random.doubles(length, -2, 2).toArray();
        return Nd4j.createFromArray(values).reshape('c', shape);
    }

    /** Moves all parameters off their special starting values (zero biases, unit gains). */
    static void spread(@Nullable INDArray parameters) {
        if (parameters != null && !parameters.isEmpty()) {
            parameters.addi(normal(3, parameters.shape()).muli(0.1).castTo(parameters.dataType()));
        }
    }

    /** The greatest difference is within {@code tolerance} of the mean magnitude (at least one). */
    static void assertClose(INDArray actual, INDArray expected, double tolerance, String what) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        double scale = Math.max(1.0, expected.ameanNumber().doubleValue());
        double difference = actual.sub(expected).amaxNumber().doubleValue();
        assertThat(difference / scale).as(what).isLessThanOrEqualTo(tolerance);
    }
}
