package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Shape;

/** A depthwise convolution, then one over channels with a kernel of one pixel (Chollet 2017). */
public record SeparableConvolution2D(
        @Range(min = 1, max = 1024) int filters,
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
        return new Inference(
                new Image(filters, window.output(input.height()), window.output(input.width())),
                input.channels() * kernel * kernel + (input.channels() + 1) * filters);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
