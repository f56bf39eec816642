package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Normalises each channel over the batch (Ioffe and Szegedy 2015); running averages are used outside training. */
public record BatchNormalization(
        @Range(min = 0.5, max = 0.999, step = 0.01) double decay,
        @Range(min = 1e-8, max = 0.1, step = 1e-5) double epsilon)
        implements LayerSpec {

    @Override
    public Family family() {
        return Family.NORMALIZATION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        Shapes.rejectTokens(input);
        return new Inference(input, 2 * Shapes.channels(input));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
