package org.vitrine.worker.kernels;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.vitrine.worker.kernels.Convolution.Geometry;
import org.vitrine.worker.kernels.Primitive.Argument;

/** Maximum or average of windows of images, for one batch size; arrays are row-major. */
public final class Pooling {
    private final Primitive forward;
    private final Primitive backward;
    private final @Nullable Pointer places;

    /**
     * @param geometry its weights are ignored
     * @param kernel height and width of the window
     * @param maximum or else the average of the values in the window, padding not counted
     */
    public Pooling(Geometry geometry, long[] kernel, boolean maximum) {
        int kind = maximum ? dnnl.dnnl_pooling_max : dnnl.dnnl_pooling_avg_exclude_padding;
        dnnl_memory_desc source = Memory.rowMajor(geometry.source());
        dnnl_memory_desc target = Memory.rowMajor(geometry.target());
        dnnl_primitive_desc forth = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_pooling_forward_primitive_desc_create(
                forth,
                OneDnn.engine(),
                dnnl.dnnl_forward_training,
                kind,
                source,
                target,
                geometry.stride(),
                kernel,
                new long[kernel.length],
                geometry.before(),
                geometry.after(),
                null));
        dnnl_primitive_desc back = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_pooling_backward_primitive_desc_create(
                back,
                OneDnn.engine(),
                kind,
                source,
                target,
                geometry.stride(),
                kernel,
                new long[kernel.length],
                geometry.before(),
                geometry.after(),
                forth,
                null));
        Argument in = new Argument(dnnl.DNNL_ARG_SRC, source);
        Argument out = new Argument(dnnl.DNNL_ARG_DST, target);
        Argument atOut = new Argument(dnnl.DNNL_ARG_DIFF_DST, target);
        Argument atIn = new Argument(dnnl.DNNL_ARG_DIFF_SRC, source);
        if (maximum) {
            dnnl_memory_desc layout = Memory.chosen(forth, dnnl.DNNL_ARG_WORKSPACE);
            Argument kept = new Argument(dnnl.DNNL_ARG_WORKSPACE, layout);
            places = Memory.allocate(layout);
            forward = new Primitive(forth, List.of(in, out, kept));
            backward = new Primitive(back, List.of(atOut, atIn, kept));
        } else {
            places = null;
            forward = new Primitive(forth, List.of(in, out));
            backward = new Primitive(back, List.of(atOut, atIn));
        }
    }

    /** Pools {@code x} into {@code y}. */
    public void forward(Pointer x, Pointer y) {
        if (places == null) {
            forward.run(x, y);
        } else {
            forward.run(x, y, places);
        }
    }

    /** From the gradient at the output of the last {@link #forward} to that at its input. */
    public void backward(Pointer e, Pointer dx) {
        if (places == null) {
            backward.run(e, dx);
        } else {
            backward.run(e, dx, places);
        }
    }
}
