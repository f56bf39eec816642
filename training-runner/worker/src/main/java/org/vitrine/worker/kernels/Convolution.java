package org.vitrine.worker.kernels;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.vitrine.worker.kernels.Primitive.Argument;

/**
 * Convolution of images with bias and, if wanted, ReLU, for one batch size. All arrays are row-major; in between they lie in
 * the order that oneDNN chose, and what the forward pass converted serves the backward pass.
 */
public final class Convolution {

    /**
     * Sizes of a convolution.
     *
     * @param source n, channels, height, width
     * @param weights filters, channels, kernel height and width; before them the number of groups, if there are groups
     * @param target n, filters, height, width
     * @param before padding at the top and the left
     * @param after padding at the bottom and the right
     */
    public record Geometry(
            long[] source, long[] weights, long[] target, long[] stride, long[] dilation, long[] before, long[] after) {

        /** oneDNN counts the cells that dilation leaves out. */
        private long[] leftOut() {
            return Arrays.stream(dilation).map(d -> d - 1).toArray();
        }
    }

    private final Geometry geometry;
    private final dnnl_memory_desc bias;
    private final dnnl_primitive_desc hint = new dnnl_primitive_desc();

    private final Converted source;
    private final Converted weights;
    private final Converted target;
    private final Primitive forward;

    private final Converted sourceAgain;
    private final Converted targetAgain;
    private final Converted epsilon;
    private final Converted weightGradient;
    private final Primitive backwardWeights;
    private final @Nullable Primitive backwardRelu;

    private @Nullable BackwardData backwardData;

    /** @param relu whether negative results become zero */
    public Convolution(Geometry geometry, boolean relu) {
        this.geometry = geometry;
        this.bias = Memory.rowMajor(geometry.target()[1]);
        OneDnn.check(dnnl.dnnl_convolution_forward_primitive_desc_create(
                hint,
                OneDnn.engine(),
                dnnl.dnnl_forward_training,
                dnnl.dnnl_convolution_direct,
                Memory.any(geometry.source()),
                Memory.any(geometry.weights()),
                bias,
                Memory.any(geometry.target()),
                geometry.stride(),
                geometry.leftOut(),
                geometry.before(),
                geometry.after(),
                relu ? Activations.thenRelu() : null));
        source = converted(geometry.source(), hint, dnnl.DNNL_ARG_SRC);
        weights = converted(geometry.weights(), hint, dnnl.DNNL_ARG_WEIGHTS);
        target = converted(geometry.target(), hint, dnnl.DNNL_ARG_DST);
        forward = new Primitive(
                hint,
                List.of(
                        new Argument(dnnl.DNNL_ARG_SRC, source.wanted()),
                        new Argument(dnnl.DNNL_ARG_WEIGHTS, weights.wanted()),
                        new Argument(dnnl.DNNL_ARG_BIAS, bias),
                        new Argument(dnnl.DNNL_ARG_DST, target.wanted())));

        dnnl_primitive_desc description = new dnnl_primitive_desc();
        OneDnn.check(dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
                description,
                OneDnn.engine(),
                dnnl.dnnl_convolution_direct,
                Memory.any(geometry.source()),
                Memory.any(geometry.weights()),
                bias,
                Memory.any(geometry.target()),
                geometry.stride(),
                geometry.leftOut(),
                geometry.before(),
                geometry.after(),
                hint,
                null));
        sourceAgain = converted(geometry.source(), description, dnnl.DNNL_ARG_SRC);
        epsilon = converted(geometry.target(), description, dnnl.DNNL_ARG_DIFF_DST);
        targetAgain = new Converted(Memory.rowMajor(geometry.target()), epsilon.wanted());
        weightGradient = converted(geometry.weights(), description, dnnl.DNNL_ARG_DIFF_WEIGHTS);
        backwardWeights = new Primitive(
                description,
                List.of(
                        new Argument(dnnl.DNNL_ARG_SRC, sourceAgain.wanted()),
                        new Argument(dnnl.DNNL_ARG_DIFF_DST, epsilon.wanted()),
                        new Argument(dnnl.DNNL_ARG_DIFF_WEIGHTS, weightGradient.wanted()),
                        new Argument(dnnl.DNNL_ARG_DIFF_BIAS, bias)));
        backwardRelu = relu ? Activations.reluGradient(epsilon.wanted()) : null;
    }

    private static Converted converted(long[] shape, dnnl_primitive_desc operation, int argument) {
        return new Converted(Memory.rowMajor(shape), Memory.chosen(operation, argument));
    }

    /** Convolves {@code x} into {@code y}. */
    public void forward(Pointer x, Pointer w, Pointer b, Pointer y) {
        forward.run(source.take(x), weights.take(w), b, target.room(y));
        target.give(y);
    }

    /**
     * Computes the gradients of the last {@link #forward}.
     *
     * @param x its input
     * @param y its output
     * @param e the gradient at the output; not changed
     * @param dx receives the gradient at the input; null if nobody wants it
     */
    public void backward(Pointer x, Pointer w, Pointer y, Pointer e, Pointer dw, Pointer db, @Nullable Pointer dx) {
        // ReLU's gradient is computed in place, which the given array must not see.
        Pointer atSums = backwardRelu == null ? epsilon.take(e) : epsilon.copy(e);
        if (backwardRelu != null) {
            backwardRelu.run(target.wantsLike(epsilon) ? target.room(y) : targetAgain.take(y), atSums, atSums);
        }
        Pointer kept = source.wantsLike(sourceAgain) ? source.room(x) : sourceAgain.take(x);
        backwardWeights.run(kept, atSums, weightGradient.room(dw), db);
        weightGradient.give(dw);
        if (dx != null) {
            if (backwardData == null) {
                backwardData = new BackwardData();
            }
            backwardData.run(atSums, w, dx);
        }
    }

    /** Apart from the rest, since the first convolution of a network does not need it. */
    private final class BackwardData {
        private final Converted epsilonAgain;
        private final Converted weightsAgain;
        private final Converted sourceGradient;
        private final Primitive primitive;

        BackwardData() {
            dnnl_primitive_desc description = new dnnl_primitive_desc();
            OneDnn.check(dnnl.dnnl_convolution_backward_data_primitive_desc_create(
                    description,
                    OneDnn.engine(),
                    dnnl.dnnl_convolution_direct,
                    Memory.any(geometry.source()),
                    Memory.any(geometry.weights()),
                    Memory.any(geometry.target()),
                    geometry.stride(),
                    geometry.leftOut(),
                    geometry.before(),
                    geometry.after(),
                    hint,
                    null));
            epsilonAgain = new Converted(epsilon.wanted(), Memory.chosen(description, dnnl.DNNL_ARG_DIFF_DST));
            weightsAgain = converted(geometry.weights(), description, dnnl.DNNL_ARG_WEIGHTS);
            sourceGradient = converted(geometry.source(), description, dnnl.DNNL_ARG_DIFF_SRC);
            primitive = new Primitive(
                    description,
                    List.of(
                            new Argument(dnnl.DNNL_ARG_DIFF_DST, epsilonAgain.wanted()),
                            new Argument(dnnl.DNNL_ARG_WEIGHTS, weightsAgain.wanted()),
                            new Argument(dnnl.DNNL_ARG_DIFF_SRC, sourceGradient.wanted())));
        }

        void run(Pointer atSums, Pointer w, Pointer dx) {
            primitive.run(epsilonAgain.take(atSums), weightsAgain.take(w), sourceGradient.room(dx));
            sourceGradient.give(dx);
        }
    }
}
