package org.vitrine.worker.kernels;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.vitrine.worker.kernels.Primitive.Argument;

/** Functions of single values. */
final class Activations {

    private Activations() {}

    /** Attributes of an operation whose result goes through ReLU. */
    static dnnl_primitive_attr thenRelu() {
        dnnl_post_ops after = new dnnl_post_ops();
        OneDnn.check(dnnl.dnnl_post_ops_create(after));
        OneDnn.check(dnnl.dnnl_post_ops_append_eltwise(after, dnnl.dnnl_eltwise_relu, 0, 0));
        dnnl_primitive_attr attributes = new dnnl_primitive_attr();
        OneDnn.check(dnnl.dnnl_primitive_attr_create(attributes));
        OneDnn.check(dnnl.dnnl_primitive_attr_set_post_ops(attributes, after));
        return attributes;
    }

    /** From ReLU's result and the gradient there to the gradient before it. */
    static Primitive reluGradient(dnnl_memory_desc layout) {
        return gradient(dnnl.dnnl_eltwise_relu_use_dst_for_bwd, dnnl.DNNL_ARG_DST, 0, layout);
    }

    static Primitive function(int kind, float alpha, dnnl_memory_desc layout) {
        return new Primitive(
                description(kind, alpha, layout),
                List.of(new Argument(dnnl.DNNL_ARG_SRC, layout), new Argument(dnnl.DNNL_ARG_DST, layout)));
    }

    /** @param known the argument of the forward pass that the gradient is computed from: source or result */
    static Primitive gradient(int kind, int known, float alpha, dnnl_memory_desc layout) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_eltwise_backward_primitive_desc_create(
                description,
                OneDnn.engine(),
                kind,
                layout,
                layout,
                layout,
                alpha,
                0,
                description(kind, alpha, layout),
                null));
        return new Primitive(
                description,
                List.of(
                        new Argument(known, layout),
                        new Argument(dnnl.DNNL_ARG_DIFF_DST, layout),
                        new Argument(dnnl.DNNL_ARG_DIFF_SRC, layout)));
    }

    private static dnnl_primitive_desc description(int kind, float alpha, dnnl_memory_desc layout) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_eltwise_forward_primitive_desc_create(
                description, OneDnn.engine(), dnnl.dnnl_forward_training, kind, layout, layout, alpha, 0, null));
        return description;
    }
}
