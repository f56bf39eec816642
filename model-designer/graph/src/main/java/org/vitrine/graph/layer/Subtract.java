package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** The first input minus the second, value by value. */
public record Subtract() implements LayerSpec {

    @Override
    public Family family() {
        return Family.SHAPE;
    }

    @Override
    public Ports ports() {
        return Ports.TWO;
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
