package org.vitrine.worker.layers;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Bulk copies between a row-major float or double array and {@code double[]} on the Java heap, for loops that no ND4J
 * operation does well. A copy costs some microseconds where element access would cost milliseconds.
 */
final class HostArray {

    private final INDArray array;
    private float[] narrow = new float[0];

    HostArray(INDArray rowMajor) {
        if (!Rows.isRowMajor(rowMajor)) {
            throw new IllegalArgumentException("needs a row-major array");
        }
        this.array = rowMajor;
    }

    /** All values in row-major order. */
    static double[] values(INDArray rowMajor) {
        double[] values = new double[(int) rowMajor.length()];
        new HostArray(rowMajor).read(0, values);
        return values;
    }

    /** Fills {@code into} with the last axis of a float or double array at these places of the axes before it. */
    static void readVector(INDArray array, double[] into, long... place) {
        long start = array.offset();
        for (int axis = 0; axis < place.length; axis++) {
            start += place[axis] * array.stride(axis);
        }
        long stride = array.stride(array.rank() - 1);
        Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
        if (array.dataType() == DataType.DOUBLE) {
            DoublePointer pointer = new DoublePointer(array.data().pointer());
            for (int i = 0; i < into.length; i++) {
                into[i] = pointer.get(start + i * stride);
            }
        } else {
            FloatPointer pointer = new FloatPointer(array.data().pointer());
            for (int i = 0; i < into.length; i++) {
                into[i] = pointer.get(start + i * stride);
            }
        }
    }

    /** Fills {@code into} with the values from position {@code from} on. */
    void read(long from, double[] into) {
        readRows(from, into.length, into, into.length);
    }

    /** Puts the values at position {@code to} and after it. */
    void write(long to, double[] values) {
        writeRows(to, values.length, values, values.length);
    }

    /** Fills {@code into} with rows of {@code width} values that begin {@code stride} positions apart. */
    void readRows(long from, long stride, double[] into, int width) {
        Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
        long start = array.offset() + from;
        if (array.dataType() == DataType.DOUBLE) {
            DoublePointer pointer = new DoublePointer(array.data().pointer());
            for (int done = 0, row = 0; done < into.length; done += width, row++) {
                pointer.position(start + row * stride).get(into, done, width);
            }
            return;
        }
        FloatPointer pointer = new FloatPointer(array.data().pointer());
        float[] buffer = narrow(into.length);
        for (int done = 0, row = 0; done < into.length; done += width, row++) {
            pointer.position(start + row * stride).get(buffer, done, width);
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = buffer[i];
        }
    }

    /** Puts rows of {@code width} values {@code stride} positions apart. */
    void writeRows(long to, long stride, double[] values, int width) {
        Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
        long start = array.offset() + to;
        if (array.dataType() == DataType.DOUBLE) {
            DoublePointer pointer = new DoublePointer(array.data().pointer());
            for (int done = 0, row = 0; done < values.length; done += width, row++) {
                pointer.position(start + row * stride).put(values, done, width);
            }
        } else {
            float[] buffer = narrow(values.length);
            for (int i = 0; i < values.length; i++) {
                buffer[i] = (float) values[i];
            }
            FloatPointer pointer = new FloatPointer(array.data().pointer());
            for (int done = 0, row = 0; done < values.length; done += width, row++) {
                pointer.position(start + row * stride).put(buffer, done, width);
            }
        }
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
    }

    private float[] narrow(int length) {
        if (narrow.length < length) {
            narrow = new float[length];
        }
        return narrow;
    }
}
