package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Shape;

/** Convolution of each channel on its own, with {@code multiplier} square kernels for each. */
public record DepthwiseConvolution2D(
        @Range(min = 1, max = 64) int multiplier,
        @Range(min = 1, max = 64) int kernel,
        @Range(min = 1, max = 16) int stride,
        @Range(min = 1, max = 16) int dilation,
        Padding padding,
        Activation activation)
        implements LayerSpec {

    @Override
    public Family family() {
        return Family.CONVOLUTION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Image input = Shapes.image(inputs.get(0));
        Window window = new Window(kernel, stride, dilation, padding);
        long channels = input.channels() * multiplier;
        return new Inference(
                new Image(channels, window.output(input.height()), window.output(input.width())),
                (kernel * kernel + 1) * channels);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
