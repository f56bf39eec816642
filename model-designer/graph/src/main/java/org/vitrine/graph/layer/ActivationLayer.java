package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** An activation function as a layer of its own. */
public record ActivationLayer(Activation activation) implements LayerSpec {

    @Override
    public Family family() {
        return Family.DENSE;
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
