package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Gated recurrent unit (Cho et al. 2014), reset gate after the product, with two biases. */
public record Gru(@Range(min = 1, max = 4096) int units) implements LayerSpec {

    @Override
    public Family family() {
        return Family.RECURRENT;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Sequence input = Shapes.sequence(inputs.get(0));
        return new Inference(new Sequence(units, input.length()), Cell.GRU.parameters(input.features(), units));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
