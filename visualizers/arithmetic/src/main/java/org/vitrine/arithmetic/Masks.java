package org.vitrine.arithmetic;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;

/** Which steps are real behind a layer. */
public final class Masks {
    private Masks() {}

    /** The mask [time] of a layer's output; null if all of it is real. */
    public static @Nullable Tensor after(LayerSpec spec, List<Given> inputs) {
        Given first = inputs.get(0);
        if (spec instanceof Flatten
                || spec instanceof Permute
                || spec instanceof Reshape
                || spec instanceof GlobalPooling
                || spec instanceof LastStep) {
            return null;
        }
        if (spec instanceof CrossAttention) {
            return first.mask();
        }
        @Nullable Tensor mask = common(inputs);
        if (mask == null) {
            return null;
        }
        if (spec instanceof Slice slice && slice.axis() == SliceAxis.TIME) {
            return Tensor.of(
                    Arrays.copyOfRange(mask.values(), slice.start(), slice.start() + slice.length()), slice.length());
        }
        if (spec instanceof Convolution1D convolution) {
            return windows(
                    first, convolution.kernel(), convolution.stride(), convolution.dilation(), convolution.padding());
        }
        if (spec instanceof Pooling1D pooling) {
            return windows(first, pooling.kernel(), pooling.stride(), 1, pooling.padding());
        }
        return mask;
    }

    /** A step is real where it is so at every port. */
    private static @Nullable Tensor common(List<Given> inputs) {
        Tensor common = null;
        for (Given input : inputs) {
            Tensor mask = input.mask();
            if (mask != null) {
                Tensor both = Tensor.of(mask.values().clone(), mask.shape());
                for (int i = 0; common != null && i < both.size(); i++) {
                    both.values()[i] *= common.values()[i];
                }
                common = both;
            }
        }
        return common;
    }

    private static Tensor windows(Given input, int kernel, int stride, int dilation, Padding padding) {
        Window window = new Window(kernel, stride, dilation, padding);
        Tensor mask = Tensor.zeros(window.windows(input.size(input.rank() - 1)));
        for (int i = 0; i < mask.size(); i++) {
            mask.values()[i] = window.isReal(input, i) ? 1 : 0;
        }
        return mask;
    }
}
