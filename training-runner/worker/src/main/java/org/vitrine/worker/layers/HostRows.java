package org.vitrine.worker.layers;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Bulk copies between row-major arrays and the Java heap, for loops that no ND4J operation does well. */
final class HostRows {

    private HostRows() {}

    /** Adds row i of {@code rows} to row {@code targets[i]} of the row-major {@code sums}, in order. */
    static void scatterAdd(INDArray rows, int[] targets, INDArray sums) {
        int width = (int) rows.size(1);
        if (rows.dataType() == DataType.FLOAT) {
            float[] from = floats(rows);
            float[] to = floats(sums);
            for (int row = 0; row < targets.length; row++) {
                int target = targets[row] * width;
                int source = row * width;
                for (int i = 0; i < width; i++) {
                    to[target + i] += from[source + i];
                }
            }
            write(to, sums);
        } else {
            double[] from = doubles(rows);
            double[] to = doubles(sums);
            for (int row = 0; row < targets.length; row++) {
                int target = targets[row] * width;
                int source = row * width;
                for (int i = 0; i < width; i++) {
                    to[target + i] += from[source + i];
                }
            }
            write(to, sums);
        }
    }

    static float[] floats(INDArray rowMajor) {
        float[] values = new float[(int) rowMajor.length()];
        Nd4j.getAffinityManager().ensureLocation(rowMajor, Location.HOST);
        at(rowMajor, new FloatPointer(rowMajor.data().pointer())).get(values);
        return values;
    }

    static double[] doubles(INDArray rowMajor) {
        double[] values = new double[(int) rowMajor.length()];
        Nd4j.getAffinityManager().ensureLocation(rowMajor, Location.HOST);
        at(rowMajor, new DoublePointer(rowMajor.data().pointer())).get(values);
        return values;
    }

    static void write(float[] values, INDArray rowMajor) {
        at(rowMajor, new FloatPointer(rowMajor.data().pointer())).put(values);
        Nd4j.getAffinityManager().tagLocation(rowMajor, Location.HOST);
    }

    static void write(double[] values, INDArray rowMajor) {
        at(rowMajor, new DoublePointer(rowMajor.data().pointer())).put(values);
        Nd4j.getAffinityManager().tagLocation(rowMajor, Location.HOST);
    }

    private static <P extends org.bytedeco.javacpp.Pointer> P at(INDArray array, P pointer) {
        pointer.position(array.offset());
        return pointer;
    }
}
