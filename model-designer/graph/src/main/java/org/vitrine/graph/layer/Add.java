package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Adds its inputs value by value: the residual connection. */
public record Add() implements LayerSpec {

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
        Shape first = inputs.get(0);
        inputs.forEach(Shapes::rejectTokens);
        for (Shape input : inputs) {
            if (!input.equals(first)) {
                throw new ShapeException("add.differ", first.text(), input.text());
            }
        }
        return Inference.withoutParameters(first);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
