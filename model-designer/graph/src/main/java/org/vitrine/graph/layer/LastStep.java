package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Shape;

/** Keeps the last time step that is not masked. */
public record LastStep() implements LayerSpec {

    @Override
    public Family family() {
        return Family.RECURRENT;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        return Inference.withoutParameters(
                new Flat(Shapes.sequence(inputs.get(0)).features()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
