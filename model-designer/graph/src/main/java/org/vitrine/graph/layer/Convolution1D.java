package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Convolution over time. */
public record Convolution1D(
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
        Sequence input = Shapes.sequence(inputs.get(0));
        Window window = new Window(kernel, stride, dilation, padding);
        return new Inference(
                new Sequence(filters, window.output(input.length())), (input.features() * kernel + 1) * filters);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
