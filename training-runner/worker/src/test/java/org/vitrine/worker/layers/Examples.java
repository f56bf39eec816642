package org.vitrine.worker.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Small reproducible arrays for {@link LayerContract}. */
final class Examples {

    static final int BATCH = 4;

    private Examples() {}

    /** Normal values in double from a seed that does not disturb ND4J's generator. */
    static INDArray normal(long seed, long... shape) {
        Random random = new Random(seed);
        long length = 1;
        for (long axis : shape) {
            length *= axis;
        }
        double[] values = random.doubles(length, -2, 2).toArray();
        return Nd4j.createFromArray(values).reshape('c', shape);
    }

    static INDArray random(InputType type) {
        long[] shape = type.getShape(true);
        shape[0] = BATCH;
        return normal(17, shape);
    }

    /** A mask with ends of different length, one of them full; null for inputs that are no sequence. */
    static @Nullable INDArray mask(InputType type) {
        if (!(type instanceof InputTypeRecurrent sequence)) {
            return null;
        }
        long steps = sequence.getTimeSeriesLength();
        INDArray mask = Nd4j.ones(DataType.DOUBLE, BATCH, steps);
        for (int row = 1; row < BATCH; row++) {
            for (long step = Math.max(1, steps - row); step < steps; step++) {
                mask.putScalar(row, step, 0.0);
            }
        }
        return mask;
    }

    /** Example {@code row} with a batch axis of length one. */
    static INDArray row(INDArray batch, long row) {
        INDArrayIndex[] index = NDArrayIndex.allFor(batch);
        index[0] = NDArrayIndex.interval(row, row + 1);
        return batch.get(index).dup('c');
    }

    /** Moves all parameters off their special starting values (zero biases, unit gains). */
    static void spread(@Nullable INDArray parameters) {
        if (parameters != null && !parameters.isEmpty()) {
            parameters.addi(normal(3, parameters.shape()).muli(0.1).castTo(parameters.dataType()));
        }
    }

    /** The greatest difference is within {@code tolerance} of the greatest magnitude (at least one). */
    static void assertClose(INDArray actual, INDArray expected, double tolerance, String what) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        if (expected.isEmpty()) {
            return;
        }
        double scale = Math.max(1.0, expected.ameanNumber().doubleValue());
        double difference = actual.sub(expected).amaxNumber().doubleValue();
        assertThat(difference / scale).as(what).isLessThanOrEqualTo(tolerance);
    }

    /** Bit for bit; ND4J's own equality has a tolerance. */
    static void assertIdentical(INDArray actual, INDArray expected, String what) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        assertThat(values(actual)).as(what).isEqualTo(values(expected));
    }

    /** In row-major order, with minus zero as zero. */
    static double[] values(INDArray array) {
        double[] values =
                array.isEmpty() ? new double[0] : array.dup('c').data().asDouble();
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.0;
        }
        return values;
    }
}
