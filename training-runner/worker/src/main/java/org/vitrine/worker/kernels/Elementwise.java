package org.vitrine.worker.kernels;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.Primitive.Argument;

/** Sums of arrays. */
public final class Elementwise {

    private Elementwise() {}

    private record Sum(long length) {}

    private record Biased(List<Long> shape, List<Long> bias) {}

    /**
     * Adds {@code bias} to {@code out}, both of single precision, dense and row-major; the same values along each axis on which
     * the bias has length one.
     */
    public static void addBias(INDArray out, INDArray bias) {
        Biased key = new Biased(lengths(out), lengths(bias));
        Primitive primitive = Cached.get(key, () -> {
            dnnl_memory_desc layout = Memory.rowMajor(out.shape());
            return sum(layout, Memory.rowMajor(bias.shape()));
        });
        primitive.run(Memory.of(out), Memory.of(bias), Memory.of(out));
    }

    private static List<Long> lengths(INDArray array) {
        return Arrays.stream(array.shape()).boxed().toList();
    }

    /** {@code out = a + b}; any two may be the same array. */
    public static void add(INDArray a, INDArray b, INDArray out) {
        if (OneDnn.serves(out) && isDense(out) && isLike(a, out) && isLike(b, out)) {
            Primitive primitive = Cached.get(new Sum(out.length()), () -> {
                dnnl_memory_desc layout = Memory.rowMajor(out.length());
                return sum(layout, layout);
            });
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

    private static Primitive sum(dnnl_memory_desc layout, dnnl_memory_desc second) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_binary_primitive_desc_create(
                description, OneDnn.engine(), dnnl.dnnl_binary_add, layout, second, layout, null));
        return new Primitive(
                description,
                List.of(
                        new Argument(dnnl.DNNL_ARG_SRC_0, layout),
                        new Argument(dnnl.DNNL_ARG_SRC_1, second),
                        new Argument(dnnl.DNNL_ARG_DST, layout)));
    }
}
