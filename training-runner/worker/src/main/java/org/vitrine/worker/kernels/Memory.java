package org.vitrine.worker.kernels;

import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where arrays lie and in what order. */
public final class Memory {
    private static final int ALIGNMENT = 64;

    private Memory() {}

    /** The first value of an array in host memory. */
    public static FloatPointer of(INDArray array) {
        // Not position(): where a plain Pointer is taken it would count bytes.
        return new FloatPointer(array.data().pointer()).getPointer(array.offset());
    }

    /** Row-major single precision. */
    static dnnl_memory_desc rowMajor(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        dnnl_memory_desc layout = new dnnl_memory_desc();
        OneDnn.check(dnnl.dnnl_memory_desc_create_with_strides(layout, shape.length, shape, dnnl.dnnl_f32, strides));
        return layout;
    }

    /** Single precision in whatever order is fastest. */
    static dnnl_memory_desc any(long... shape) {
        dnnl_memory_desc layout = new dnnl_memory_desc();
        OneDnn.check(dnnl.dnnl_memory_desc_create_with_tag(
                layout, shape.length, shape, dnnl.dnnl_f32, dnnl.dnnl_format_tag_any));
        return layout;
    }

    /** The order that an operation chose for one of its arguments. */
    static dnnl_memory_desc chosen(dnnl_primitive_desc operation, int argument) {
        return dnnl.dnnl_primitive_desc_query_md(operation, dnnl.dnnl_query_exec_arg_md, argument);
    }

    /** Memory for an array of this layout, owned by the caller. */
    static Pointer allocate(dnnl_memory_desc layout) {
        BytePointer memory = new BytePointer(dnnl.dnnl_memory_desc_get_size(layout) + ALIGNMENT);
        return memory.getPointer(ALIGNMENT - memory.address() % ALIGNMENT);
    }
}
