package org.vitrine.worker.kernels;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.Primitive.Argument;

/** Sums of whole arrays. */
public final class Elementwise {

    private Elementwise() {}

    private record Sum(long length) {}

    /** {@code out = a + b}; any two may be the same array. */
    public static void add(INDArray a, INDArray b, INDArray out) {
        if (OneDnn.serves(out) && isDense(out) && isLike(a, out) && isLike(b, out)) {
            Primitive primitive = Cached.get(new Sum(out.length()), () -> sum(out.length()));
            primitive.run(Memory.of(a), Memory.of(b), Memory.of(out));
        } else if (a == out) {
            out.addi(b);
        } else {
            out.assign(a).addi(b);
        }
    }

    private static boolean isLike(INDArray array, INDArray other) {
        return array.dataType() == other.dataType()
                && Arrays.equals(array.shape(), other.shape())
                && Arrays.equals(array.stride(), other.stride());
    }

    /** Whether the array fills a stretch of memory, in whatever order of its axes. */
    private static boolean isDense(INDArray array) {
        long last = 0;
        for (int axis = 0; axis < array.rank(); axis++) {
            last += (array.size(axis) - 1) * array.stride(axis);
        }
        return last == array.length() - 1;
    }

    private static Primitive sum(long length) {
        dnnl_memory_desc layout = Memory.rowMajor(length);
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_binary_primitive_desc_create(
                description, OneDnn.engine(), dnnl.dnnl_binary_add, layout, layout, layout, null));
        return new Primitive(
                description,
                List.of(
                        new Argument(dnnl.DNNL_ARG_SRC_0, layout),
                        new Argument(dnnl.DNNL_ARG_SRC_1, layout),
                        new Argument(dnnl.DNNL_ARG_DST, layout)));
    }
}
