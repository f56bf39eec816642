package org.vitrine.worker.kernels;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A product of small matrices that is computed for many parts of the same dense row-major arrays, one after the other, such as
 * the time steps of a recurrent layer: nothing is looked up or allocated for a part.
 */
public final class SmallProduct {
    private final FloatPointer a;
    private final FloatPointer b;
    private final FloatPointer out;
    private final boolean transposeB;
    private final long rows;
    private final long columns;
    private final long inner;

    /**
     * {@code out = a b} or {@code a b'}.
     *
     * @param a many matrices [rows, inner]
     * @param b the same for all
     * @param out [rows, columns]
     */
    public SmallProduct(INDArray a, INDArray b, boolean transposeB, INDArray out) {
        this.a = Memory.of(a);
        this.b = Memory.of(b);
        this.out = Memory.of(out);
        this.transposeB = transposeB;
        rows = out.size(0);
        columns = out.size(1);
        inner = transposeB ? b.size(1) : b.size(0);
    }

    /** Multiplies the matrix {@code index} of a. */
    public void run(long index) {
        OneDnn.check(dnnl.dnnl_sgemm(
                (byte) 'N',
                (byte) (transposeB ? 'T' : 'N'),
                rows,
                columns,
                inner,
                1,
                a.position(index * rows * inner),
                inner,
                b,
                rowLengthOfB(),
                0,
                out,
                columns));
    }

    private long rowLengthOfB() {
        return transposeB ? inner : columns;
    }
}
