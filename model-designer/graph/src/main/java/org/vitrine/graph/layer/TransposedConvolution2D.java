package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Shape;

/** The transpose of a convolution: spreads each value over a square window, so that images grow by the stride. */
public record TransposedConvolution2D(
        @Range(min = 1, max = 1024) int filters,
        @Range(min = 1, max = 64) int kernel,
        @Range(min = 1, max = 16) int stride,
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
        Window window = new Window(kernel, stride, 1, padding);
        return new Inference(
                new Image(filters, window.transposed(input.height()), window.transposed(input.width())),
                (input.channels() * kernel * kernel + 1) * filters);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
