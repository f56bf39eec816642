package org.vitrine.worker.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vitrine.datasets.Tensor;

class EngineArraysTest {

    /** Arrays whose values lie in memory in many ways. */
    static List<INDArray> arrays() {
        INDArray whole = Nd4j.arange(120).castTo(DataType.FLOAT).reshape('c', 2, 3, 4, 5);
        return List.of(
                whole,
                whole.permute(0, 2, 3, 1),
                whole.permute(3, 1, 0, 2),
                whole.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3), NDArrayIndex.all(), NDArrayIndex.all()),
                whole.get(NDArrayIndex.point(1), NDArrayIndex.all(), NDArrayIndex.point(2), NDArrayIndex.all()),
                whole.dup('f'),
                whole.reshape(24, 5).getColumn(3),
                whole.reshape(120).get(NDArrayIndex.interval(7, 90)),
                whole.reshape(1, 120),
                whole.castTo(DataType.DOUBLE).permute(1, 0, 3, 2),
                Nd4j.scalar(3f));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void valuesComeRowByRow(INDArray array) {
        Tensor tensor = EngineArrays.tensor(array);
        double[] doubles = EngineArrays.doubles(array);
        assertThat(tensor.size()).isEqualTo((int) array.length());
        assertThat(doubles).hasSize(tensor.size());
        for (int i = 0; i < tensor.size(); i++) {
            long[] place = new long[array.rank()];
            int rest = i;
            for (int axis = array.rank() - 1; axis >= 0; axis--) {
                place[axis] = rest % array.size(axis);
                rest /= (int) array.size(axis);
            }
            double expected = array.rank() == 0 ? array.getDouble(0) : array.getDouble(place);
            assertThat((double) tensor.values()[i]).isEqualTo(expected);
            assertThat(doubles[i]).isEqualTo(expected);
        }
    }
}
