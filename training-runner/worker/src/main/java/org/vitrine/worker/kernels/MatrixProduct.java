package org.vitrine.worker.kernels;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Products of matrices, and of stacks of matrices, in single precision; views are fine where rows or columns are dense. */
public final class MatrixProduct {

    private MatrixProduct() {}

    /** Whether the three arrays, all of the same rank, can be multiplied here. */
    public static boolean serves(INDArray a, INDArray b, INDArray out) {
        return OneDnn.serves(a)
                && OneDnn.serves(b)
                && OneDnn.serves(out)
                && isDense(a)
                && isDense(b)
                && stride(out, out.rank() - 1) == 1;
    }

    private static boolean isDense(INDArray array) {
        int rank = array.rank();
        return stride(array, rank - 1) == 1 || stride(array, rank - 2) == 1;
    }

    /** Distance of neighbours along an axis; 1 if there are none. */
    private static long stride(INDArray array, int axis) {
        return array.size(axis) == 1 ? 1 : array.stride(axis);
    }

    /**
     * {@code out = alpha a b + beta out}, each of a and b optionally transposed in its last two axes, for each index of the axes
     * before them.
     */
    public static void run(
            INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out, float alpha, float beta) {
        Operand left = new Operand(a, transposeA);
        Operand right = new Operand(b, transposeB);
        Operand result = new Operand(out, false);
        int rank = out.rank();
        long rows = out.size(rank - 2);
        long columns = out.size(rank - 1);
        long inner = transposeA ? a.size(rank - 2) : a.size(rank - 1);
        long count = 1;
        for (int axis = 0; axis < rank - 2; axis++) {
            count *= out.size(axis);
        }
        for (long index = 0; index < count; index++) {
            OneDnn.check(dnnl.dnnl_sgemm(
                    left.letter(),
                    right.letter(),
                    rows,
                    columns,
                    inner,
                    alpha,
                    left.at(index),
                    left.rowLength(),
                    right.at(index),
                    right.rowLength(),
                    beta,
                    result.at(index),
                    result.rowLength()));
        }
    }

    /** A stack of matrices in memory. */
    private static final class Operand {
        private final FloatPointer memory;
        private final long[] counts;
        private final long[] strides;
        private final boolean transposed;
        private final long rowLength;

        Operand(INDArray array, boolean transpose) {
            int rank = array.rank();
            memory = Memory.of(array);
            counts = new long[rank - 2];
            strides = new long[rank - 2];
            for (int axis = 0; axis < rank - 2; axis++) {
                counts[axis] = array.size(axis);
                strides[axis] = array.stride(axis);
            }
            long rows = array.size(rank - 2);
            long columns = array.size(rank - 1);
            boolean byRows = stride(array, rank - 1) == 1;
            transposed = byRows == transpose;
            rowLength = byRows
                    ? Math.max(rows == 1 ? columns : array.stride(rank - 2), columns)
                    : Math.max(columns == 1 ? rows : array.stride(rank - 1), rows);
        }

        byte letter() {
            return (byte) (transposed ? 'T' : 'N');
        }

        long rowLength() {
            return rowLength;
        }

        FloatPointer at(long index) {
            long offset = 0;
            long rest = index;
            for (int axis = counts.length - 1; axis >= 0; axis--) {
                offset += rest % counts[axis] * strides[axis];
                rest /= counts[axis];
            }
            return memory.position(offset);
        }
    }
}
