package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Scales the features of each example, or of each time step, to a root mean square of one (Zhang and Sennrich 2019). */
public record RmsNormalization(
        @Range(min = 1e-8, max = 0.1, step = 1e-5) double epsilon) implements LayerSpec {

    @Override
    public Family family() {
        return Family.NORMALIZATION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        return new Inference(input, Shapes.features(input));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
