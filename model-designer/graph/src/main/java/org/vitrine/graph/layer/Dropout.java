package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Sets each value to zero with probability {@code rate} while training and scales the rest (Srivastava et al. 2014). */
public record Dropout(
        @Range(min = 0, max = 0.95, step = 0.05) double rate) implements LayerSpec {

    @Override
    public Family family() {
        return Family.NORMALIZATION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shapes.rejectTokens(inputs.get(0));
        return Inference.withoutParameters(inputs.get(0));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
