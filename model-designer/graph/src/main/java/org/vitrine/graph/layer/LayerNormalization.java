package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Normalises the features of each example, or of each time step (Ba et al. 2016). */
public record LayerNormalization(
        @Range(min = 1e-8, max = 0.1, step = 1e-5) double epsilon) implements LayerSpec {

    @Override
    public Family family() {
        return Family.NORMALIZATION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        return new Inference(input, 2 * Shapes.features(input));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
