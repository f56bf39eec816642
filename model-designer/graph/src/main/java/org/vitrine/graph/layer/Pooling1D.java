package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Keeps the maximum or the average of each window of time steps. */
public record Pooling1D(
        PoolingMode mode,
        @Range(min = 1, max = 64) int kernel,
        @Range(min = 1, max = 16) int stride,
        Padding padding) implements LayerSpec {

    @Override
    public Family family() {
        return Family.CONVOLUTION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Sequence input = Shapes.sequence(inputs.get(0));
        Window window = new Window(kernel, stride, 1, padding);
        return Inference.withoutParameters(new Sequence(input.features(), window.output(input.length())));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
