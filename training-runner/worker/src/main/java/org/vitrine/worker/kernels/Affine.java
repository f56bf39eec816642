package org.vitrine.worker.kernels;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.Primitive.Argument;

/** Rows times weights plus bias, and the sum over rows that is the bias's gradient. All arrays row-major and dense. */
public final class Affine {
    private static final ThreadLocal<FloatPointer> ONES = ThreadLocal.withInitial(() -> ones(0));

    private Affine() {}

    private record Key(long rows, long inputs, long outputs) {}

    /** {@code out = rows weight + bias}. */
    public static void forward(INDArray rows, INDArray weight, INDArray bias, INDArray out) {
        Key key = new Key(rows.size(0), rows.size(1), out.size(1));
        Primitive primitive = Cached.get(key, () -> create(key));
        primitive.run(Memory.of(rows), Memory.of(weight), Memory.of(bias), Memory.of(out));
    }

    private static Primitive create(Key key) {
        dnnl_memory_desc rows = Memory.rowMajor(key.rows(), key.inputs());
        dnnl_memory_desc weight = Memory.rowMajor(key.inputs(), key.outputs());
        dnnl_memory_desc bias = Memory.rowMajor(1, key.outputs());
        dnnl_memory_desc out = Memory.rowMajor(key.rows(), key.outputs());
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(
                dnnl.dnnl_matmul_primitive_desc_create(description, OneDnn.engine(), rows, weight, bias, out, null));
        return new Primitive(
                description,
                List.of(
                        new Argument(dnnl.DNNL_ARG_SRC, rows),
                        new Argument(dnnl.DNNL_ARG_WEIGHTS, weight),
                        new Argument(dnnl.DNNL_ARG_BIAS, bias),
                        new Argument(dnnl.DNNL_ARG_DST, out)));
    }

    /** Writes the sum of all rows. */
    public static void sumRows(INDArray rows, INDArray out) {
        long count = rows.size(0);
        long width = rows.size(1);
        FloatPointer ones = ONES.get();
        if (ones.capacity() < count) {
            ones = ones(count);
            ONES.set(ones);
        }
        OneDnn.check(dnnl.dnnl_sgemm(
                (byte) 'N',
                (byte) 'N',
                1,
                width,
                count,
                1,
                ones,
                count,
                Memory.of(rows),
                width,
                0,
                Memory.of(out),
                width));
    }

    private static FloatPointer ones(long count) {
        FloatPointer ones = new FloatPointer(count);
        for (long i = 0; i < count; i++) {
            ones.put(i, 1);
        }
        return ones;
    }
}
