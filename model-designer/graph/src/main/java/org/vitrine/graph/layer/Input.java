package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Takes the shape of the data set's input. */
public record Input() implements LayerSpec {

    @Override
    public Family family() {
        return Family.INPUT;
    }

    @Override
    public Ports ports() {
        return Ports.NONE;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        return Inference.withoutParameters(data.input());
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
