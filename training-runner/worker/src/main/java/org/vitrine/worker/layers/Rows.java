package org.vitrine.worker.layers;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastSubOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.kernels.Affine;
import org.vitrine.worker.kernels.Elementwise;
import org.vitrine.worker.kernels.MatrixProduct;
import org.vitrine.worker.kernels.OneDnn;
import org.vitrine.worker.kernels.RowSoftmax;

/** Sequences and vectors seen as one row-major matrix with a row per (example, step), and the operations on it. */
final class Rows {

    private Rows() {}

    /** [batch, features, time] or [batch, features] as [batch * time, features], without a copy where memory allows. */
    static INDArray of(INDArray array) {
        INDArray last = array.rank() == 3 ? array.permute(0, 2, 1) : array;
        INDArray dense = rowMajor(last);
        return dense.rank() == 2 ? dense : dense.reshape('c', dense.size(0) * dense.size(1), dense.size(2));
    }

    /** As {@link #of}, with masked rows zero; the array itself is not changed. */
    static INDArray masked(INDArray array, @Nullable INDArray mask) {
        INDArray rows = of(array);
        INDArray column = maskColumn(mask, rows);
        return column == null ? rows : rows.mulColumnVector(column);
    }

    /** The array itself, or a copy if its memory is not row-major. */
    static INDArray rowMajor(INDArray array) {
        // Assigning to a new array is many times faster than dup('c') of a permuted one.
        return isRowMajor(array)
                ? array
                : Nd4j.createUninitialized(array.dataType(), array.shape(), 'c').assign(array);
    }

    static boolean isRowMajor(INDArray array) {
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            if (array.size(axis) != 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= array.size(axis);
        }
        return true;
    }

    /** Shape in memory of a sequence or vector like {@code like} with this many features. */
    static long[] memoryShape(INDArray like, long features) {
        return like.rank() == 3
                ? new long[] {like.size(0), like.size(2), features}
                : new long[] {like.size(0), features};
    }

    /** An array of {@link #memoryShape} as a matrix of rows. */
    static INDArray matrix(INDArray memory) {
        return memory.rank() == 2 ? memory : memory.reshape('c', memory.size(0) * memory.size(1), memory.size(2));
    }

    /** An array of {@link #memoryShape} as DL4J sees it: [batch, features, time] or [batch, features]. */
    static INDArray exposed(INDArray memory) {
        return memory.rank() == 2 ? memory : memory.permute(0, 2, 1);
    }

    /** One matrix of a stack of them. ND4J's slice gives an empty array for some views, such as parameters. */
    static INDArray part(INDArray stack, int index) {
        return stack.tensorAlongDimension(index, 1, 2);
    }

    /** {@code out = a b}, each optionally transposed; any strides. */
    static INDArray multiply(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out) {
        return multiply(a, transposeA, b, transposeB, out, 1);
    }

    /** {@code out = scale a b}, each optionally transposed; any strides. */
    static INDArray multiply(
            INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out, double scale) {
        if (MatrixProduct.serves(a, b, out)) {
            MatrixProduct.run(a, transposeA, b, transposeB, out, scale, false);
            return out;
        }
        Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(a, b)
                .addOutputs(out)
                .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0)
                .build());
        return scale == 1 ? out : out.muli(scale);
    }

    /** {@code out += a b}, with b optionally transposed. */
    static void addProduct(INDArray a, INDArray b, boolean transposeB, INDArray out) {
        if (MatrixProduct.serves(a, b, out)) {
            MatrixProduct.run(a, false, b, transposeB, out, 1, true);
            return;
        }
        Nd4j.exec(new Mmul(
                a,
                b,
                out,
                1.0,
                1.0,
                MMulTranspose.builder().transposeB(transposeB).build()));
    }

    /** Adds the vector to each row. */
    static void addRow(INDArray rows, INDArray row, INDArray out) {
        Nd4j.getExecutioner().exec(new BroadcastAddOp(rows, row, out, 1));
    }

    /** Multiplies each row element by element with the vector. */
    static void multiplyByRow(INDArray rows, INDArray row, INDArray out) {
        Nd4j.getExecutioner().exec(new BroadcastMulOp(rows, row, out, 1));
    }

    /** Subtracts element i of the vector from each element of row i. */
    static void subtractColumn(INDArray rows, INDArray column, INDArray out) {
        Nd4j.getExecutioner().exec(new BroadcastSubOp(rows, column, out, 0));
    }

    /** Softmax of each row, in place. ND4J's own gives NaN for rows of numbers below -745, where no exponential is left. */
    static void softmax(INDArray rows) {
        if (OneDnn.serves(rows)) {
            RowSoftmax.forward(rows);
            return;
        }
        rows.subiColumnVector(rows.max(true, 1));
        Nd4j.exec(new SoftMax(rows, rows, 1));
    }

    /** Turns the gradient at the softmax of rows into the gradient before it, in place. */
    static void softmaxGradient(INDArray rows, INDArray gradient) {
        if (OneDnn.serves(rows)) {
            RowSoftmax.gradient(rows, gradient);
            return;
        }
        gradient.muli(rows);
        gradient.subi(rows.mulColumnVector(gradient.sum(true, 1)));
    }

    /** Adds a bias of length one on some axes to a row-major array. */
    static void addBias(INDArray out, INDArray bias) {
        if (OneDnn.serves(out)) {
            Elementwise.addBias(out, bias);
        } else {
            Nd4j.exec(new AddOp(out, bias, out));
        }
    }

    /** {@code rows weight + bias} into {@code out}. */
    static INDArray affine(INDArray rows, INDArray weight, INDArray bias, INDArray out) {
        if (OneDnn.serves(out) && isRowMajor(weight) && isRowMajor(rows) && isRowMajor(out)) {
            Affine.forward(rows, weight, bias, out);
            return out;
        }
        return multiply(rows, false, weight, false, out).addiRowVector(bias);
    }

    /** Gradients of {@link #affine}: weight and bias gradients are overwritten. */
    static void affineGradients(INDArray rows, INDArray epsilon, INDArray weightGradient, INDArray biasGradient) {
        multiply(rows, true, epsilon, false, weightGradient);
        sum(epsilon, biasGradient);
    }

    /** Writes the sum of all rows. */
    static void sum(INDArray rows, INDArray out) {
        if (OneDnn.serves(rows) && isRowMajor(rows)) {
            Affine.sumRows(rows, out);
        } else {
            rows.sum(out, 0);
        }
    }

    /** The mask as one column per row, or null. */
    static @Nullable INDArray maskColumn(@Nullable INDArray mask, INDArray rows) {
        if (mask == null) {
            return null;
        }
        if (mask.length() != rows.size(0)) {
            throw new IllegalArgumentException(
                    "a mask with " + mask.length() + " entries does not fit " + rows.size(0) + " steps (batch x time)");
        }
        return mask.castTo(rows.dataType()).dup('c').reshape('c', rows.size(0), 1);
    }

    static void applyMask(INDArray rows, @Nullable INDArray mask) {
        INDArray column = maskColumn(mask, rows);
        if (column != null) {
            rows.muliColumnVector(column);
        }
    }
}
