package org.vitrine.worker.kernels;

import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.kernels.Primitive.Argument;

/** Layer normalisation of the rows of dense row-major matrices. */
public final class RowNormalization {
    private static final int FLAGS = dnnl.dnnl_use_scale | dnnl.dnnl_use_shift;

    private RowNormalization() {}

    private record Key(boolean gradient, long rows, long width, float epsilon) {}

    /**
     * {@code out = gain (x - mean) / sqrt(variance + epsilon) + bias}.
     *
     * @param means receives one value for each row
     * @param variances receives one value for each row
     */
    public static void forward(
            INDArray x,
            INDArray gain,
            INDArray bias,
            double epsilon,
            INDArray out,
            INDArray means,
            INDArray variances) {
        Key key = new Key(false, x.size(0), x.size(1), (float) epsilon);
        Primitive primitive = Cached.get(key, () -> {
            dnnl_memory_desc layout = Memory.rowMajor(key.rows(), key.width());
            dnnl_memory_desc statistics = Memory.rowMajor(key.rows());
            dnnl_memory_desc parameters = Memory.rowMajor(key.width());
            return new Primitive(
                    forward(layout, statistics, key.epsilon()),
                    List.of(
                            new Argument(dnnl.DNNL_ARG_SRC, layout),
                            new Argument(dnnl.DNNL_ARG_SCALE, parameters),
                            new Argument(dnnl.DNNL_ARG_SHIFT, parameters),
                            new Argument(dnnl.DNNL_ARG_DST, layout),
                            new Argument(dnnl.DNNL_ARG_MEAN, statistics),
                            new Argument(dnnl.DNNL_ARG_VARIANCE, statistics)));
        });
        primitive.run(
                Memory.of(x), Memory.of(gain), Memory.of(bias), Memory.of(out), Memory.of(means), Memory.of(variances));
    }

    /** Gradients at input, gain and bias from the gradient at the output and what {@link #forward} computed. */
    public static void backward(
            INDArray x,
            INDArray gain,
            double epsilon,
            INDArray means,
            INDArray variances,
            INDArray atOutput,
            INDArray atInput,
            INDArray atGain,
            INDArray atBias) {
        Key key = new Key(true, x.size(0), x.size(1), (float) epsilon);
        Primitive primitive = Cached.get(key, () -> backward(key));
        primitive.run(
                Memory.of(x),
                Memory.of(atOutput),
                Memory.of(means),
                Memory.of(variances),
                Memory.of(gain),
                Memory.of(atInput),
                Memory.of(atGain),
                Memory.of(atBias));
    }

    private static Primitive backward(Key key) {
        dnnl_memory_desc layout = Memory.rowMajor(key.rows(), key.width());
        dnnl_memory_desc statistics = Memory.rowMajor(key.rows());
        dnnl_memory_desc parameters = Memory.rowMajor(key.width());
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_layer_normalization_backward_primitive_desc_create(
                description,
                OneDnn.engine(),
                dnnl.dnnl_backward,
                layout,
                layout,
                layout,
                statistics,
                key.epsilon(),
                FLAGS,
                forward(layout, statistics, key.epsilon()),
                null));
        return new Primitive(
                description,
                List.of(
                        new Argument(dnnl.DNNL_ARG_SRC, layout),
                        new Argument(dnnl.DNNL_ARG_DIFF_DST, layout),
                        new Argument(dnnl.DNNL_ARG_MEAN, statistics),
                        new Argument(dnnl.DNNL_ARG_VARIANCE, statistics),
                        new Argument(dnnl.DNNL_ARG_SCALE, parameters),
                        new Argument(dnnl.DNNL_ARG_DIFF_SRC, layout),
                        new Argument(dnnl.DNNL_ARG_DIFF_SCALE, parameters),
                        new Argument(dnnl.DNNL_ARG_DIFF_SHIFT, parameters)));
    }

    private static dnnl_primitive_desc forward(dnnl_memory_desc layout, dnnl_memory_desc statistics, float epsilon) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_layer_normalization_forward_primitive_desc_create(
                description,
                OneDnn.engine(),
                dnnl.dnnl_forward_training,
                layout,
                layout,
                statistics,
                epsilon,
                FLAGS,
                null));
        return description;
    }
}
