package org.vitrine.worker.kernels;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.Primitive.Argument;

/** Products of matrices, and of stacks of matrices, in single precision; views are fine where rows or columns are dense. */
public final class MatrixProduct {

    private MatrixProduct() {}

    /** A stack of matrices in memory. */
    private record Operand(List<Long> shape, List<Long> strides) {
        static Operand of(INDArray array, boolean transposed) {
            long[] shape = array.shape().clone();
            long[] strides = array.stride().clone();
            if (transposed) {
                swapLast(shape);
                swapLast(strides);
            }
            return new Operand(
                    Arrays.stream(shape).boxed().toList(),
                    Arrays.stream(strides).boxed().toList());
        }

        private static void swapLast(long[] values) {
            int last = values.length - 1;
            long swap = values[last];
            values[last] = values[last - 1];
            values[last - 1] = swap;
        }

        dnnl_memory_desc layout() {
            dnnl_memory_desc layout = new dnnl_memory_desc();
            OneDnn.check(dnnl.dnnl_memory_desc_create_with_strides(
                    layout, shape.size(), array(shape), dnnl.dnnl_f32, array(strides)));
            return layout;
        }

        private static long[] array(List<Long> values) {
            return values.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private record Key(Operand a, Operand b, Operand out, double scale, boolean adds) {}

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
     * {@code out = scale a b}, each of a and b optionally transposed in its last two axes, for each index of the axes before
     * them.
     *
     * @param adds whether the product is added to what {@code out} holds
     */
    public static void run(
            INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out, double scale, boolean adds) {
        Key key = new Key(Operand.of(a, transposeA), Operand.of(b, transposeB), Operand.of(out, false), scale, adds);
        Primitive primitive = Cached.get(key, () -> create(key));
        primitive.run(Memory.of(a), Memory.of(b), Memory.of(out));
    }

    private static Primitive create(Key key) {
        dnnl_memory_desc a = key.a().layout();
        dnnl_memory_desc b = key.b().layout();
        dnnl_memory_desc out = key.out().layout();
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(
                dnnl.dnnl_matmul_primitive_desc_create(description, OneDnn.engine(), a, b, null, out, attributes(key)));
        return new Primitive(
                description,
                List.of(
                        new Argument(dnnl.DNNL_ARG_SRC, a),
                        new Argument(dnnl.DNNL_ARG_WEIGHTS, b),
                        new Argument(dnnl.DNNL_ARG_DST, out)));
    }

    private static @Nullable dnnl_primitive_attr attributes(Key key) {
        if (key.scale() == 1 && !key.adds()) {
            return null;
        }
        dnnl_post_ops after = new dnnl_post_ops();
        OneDnn.check(dnnl.dnnl_post_ops_create(after));
        if (key.scale() != 1) {
            OneDnn.check(dnnl.dnnl_post_ops_append_eltwise(after, dnnl.dnnl_eltwise_linear, (float) key.scale(), 0));
        }
        if (key.adds()) {
            OneDnn.check(dnnl.dnnl_post_ops_append_sum(after, 1, 0, dnnl.dnnl_data_type_undef));
        }
        dnnl_primitive_attr attributes = new dnnl_primitive_attr();
        OneDnn.check(dnnl.dnnl_primitive_attr_create(attributes));
        OneDnn.check(dnnl.dnnl_primitive_attr_set_post_ops(attributes, after));
        return attributes;
    }
}
