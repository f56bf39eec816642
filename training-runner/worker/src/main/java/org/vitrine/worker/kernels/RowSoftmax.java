package org.vitrine.worker.kernels;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.Primitive.Argument;

/** Softmax along the last axis of dense row-major arrays, in place. */
public final class RowSoftmax {

    private RowSoftmax() {}

    private record Key(boolean gradient, long rows, long width) {}

    /** Turns scores into probabilities. */
    public static void forward(INDArray scores) {
        Key key = key(false, scores);
        Primitive primitive = Cached.get(key, () -> {
            dnnl_memory_desc layout = Memory.rowMajor(key.rows(), key.width());
            return new Primitive(
                    forward(layout),
                    List.of(new Argument(dnnl.DNNL_ARG_SRC, layout), new Argument(dnnl.DNNL_ARG_DST, layout)));
        });
        primitive.run(Memory.of(scores), Memory.of(scores));
    }

    /** Turns the gradient at the probabilities into the gradient at the scores. */
    public static void gradient(INDArray probabilities, INDArray gradient) {
        Key key = key(true, probabilities);
        Primitive primitive = Cached.get(key, () -> {
            dnnl_memory_desc layout = Memory.rowMajor(key.rows(), key.width());
            dnnl_primitive_desc description = new dnnl_primitive_desc();
            OneDnn.check(dnnl.dnnl_softmax_backward_primitive_desc_create(
                    description,
                    OneDnn.engine(),
                    dnnl.dnnl_softmax_accurate,
                    layout,
                    layout,
                    layout,
                    1,
                    forward(layout),
                    null));
            return new Primitive(
                    description,
                    List.of(
                            new Argument(dnnl.DNNL_ARG_DST, layout),
                            new Argument(dnnl.DNNL_ARG_DIFF_DST, layout),
                            new Argument(dnnl.DNNL_ARG_DIFF_SRC, layout)));
        });
        primitive.run(Memory.of(probabilities), Memory.of(gradient), Memory.of(gradient));
    }

    private static Key key(boolean gradient, INDArray array) {
        long width = array.size(array.rank() - 1);
        return new Key(gradient, array.length() / width, width);
    }

    private static dnnl_primitive_desc forward(dnnl_memory_desc layout) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_softmax_forward_primitive_desc_create(
                description,
                OneDnn.engine(),
                dnnl.dnnl_forward_training,
                dnnl.dnnl_softmax_accurate,
                layout,
                layout,
                1,
                null));
        return description;
    }
}
