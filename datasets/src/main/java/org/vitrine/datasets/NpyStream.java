package org.vitrine.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The values of a NumPy file one after the other as floats, of any type of numbers, so that an array need not fit into
 * memory. Only arrays in Fortran order are read whole.
 */
public final class NpyStream {
    private static final int AT_A_TIME = 64 * 1024;

    private final InputStream in;
    private final String name;
    private final NpyHeader header;
    private float[] turned = new float[0];
    private int delivered;
    private int decodedValues;

    /**
     * Reads the header.
     *
     * @param in stands behind the last value when all were read; is not closed
     * @param name how messages call the file
     */
    public NpyStream(InputStream in, String name) throws DatasetException, IOException {
        this.in = in;
        this.name = name;
        this.header = NpyHeader.read(in, name);
    }

    /** Axis lengths; empty for a single number. */
    public int[] shape() {
        return header.shape().clone();
    }

    /** Number of values. */
    public int size() {
        return header.size();
    }

    /** Whether each value is a whole number of one unsigned byte, as pictures often are. */
    public boolean isBytes() {
        return header.type().kind() == 'u' && header.type().bytes() == 1;
    }

    /** The next values in row-major order. */
    public void read(float[] into) throws DatasetException, IOException {
        if (into.length > size() - delivered) {
            throw new IllegalArgumentException("Only " + (size() - delivered) + " values are left");
        }
        if (header.fortran() && header.shape().length > 1) {
            if (delivered == 0) {
                turned = rowMajor(decoded(size()));
            }
            System.arraycopy(turned, delivered, into, 0, into.length);
        } else {
            decode(into);
        }
        delivered += into.length;
    }

    /** All values of a stream that ends behind them. */
    Tensor whole() throws DatasetException, IOException {
        float[] values = header.fortran() && header.shape().length > 1 ? rowMajor(decoded(size())) : decoded(size());
        checkEnd();
        return new Tensor(header.shape(), values);
    }

    /** Refuses a file in which more stands than its header says. */
    public void checkEnd() throws DatasetException, IOException {
        if (in.read() >= 0) {
            throw new DatasetException(
                    "File " + name + " is longer than its header says, " + Arrays.toString(header.shape()) + ".");
        }
    }

    /** Grows with what is really there, never with what the header claims. */
    private float[] decoded(int count) throws DatasetException, IOException {
        float[] values = new float[Math.min(count, AT_A_TIME)];
        int done = 0;
        while (done < count) {
            if (done == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(count, 2L * done));
            }
            int now = Math.min(AT_A_TIME, values.length - done);
            decode(values, done, now);
            done += now;
        }
        return values;
    }

    private void decode(float[] into) throws DatasetException, IOException {
        for (int done = 0; done < into.length; done += AT_A_TIME) {
            decode(into, done, Math.min(AT_A_TIME, into.length - done));
        }
    }

    private void decode(float[] into, int offset, int count) throws DatasetException, IOException {
        NpyType type = header.type();
        byte[] bytes = in.readNBytes(count * type.bytes());
        int there = bytes.length / type.bytes();
        decodedValues += there;
        if (there < count) {
            throw new DatasetException("File " + name + " ends after " + decodedValues + " of " + size()
                    + " values. It was not written to its end.");
        }
        type.decode(ByteBuffer.wrap(bytes).order(type.order()), into, offset, count);
    }

    private float[] rowMajor(float[] columnMajor) {
        int[] shape = header.shape();
        float[] values = new float[columnMajor.length];
        int[] at = new int[shape.length];
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        int from = 0;
        for (int to = 0; to < values.length; to++) {
            values[to] = columnMajor[from];
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++at[axis] < shape[axis]) {
                    break;
                }
                from -= strides[axis] * shape[axis];
                at[axis] = 0;
            }
        }
        return values;
    }
}
