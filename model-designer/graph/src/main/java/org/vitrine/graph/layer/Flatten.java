package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Shape;

/** Lays all values of an example out as one vector. */
public record Flatten() implements LayerSpec {

    @Override
    public Family family() {
        return Family.SHAPE;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shapes.rejectTokens(inputs.get(0));
        return Inference.withoutParameters(new Flat(inputs.get(0).size()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
