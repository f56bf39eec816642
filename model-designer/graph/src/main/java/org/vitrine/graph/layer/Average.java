package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** The mean of its inputs, value by value. */
public record Average() implements LayerSpec {

    @Override
    public Family family() {
        return Family.SHAPE;
    }

    @Override
    public Ports ports() {
        return Ports.MANY;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        return Inference.withoutParameters(Shapes.same(inputs, type()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
