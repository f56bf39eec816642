package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Long short-term memory (Hochreiter and Schmidhuber 1997) with a forget gate. */
public record Lstm(@Range(min = 1, max = 4096) int units) implements LayerSpec {

    @Override
    public Family family() {
        return Family.RECURRENT;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Sequence input = Shapes.sequence(inputs.get(0));
        return new Inference(new Sequence(units, input.length()), Cell.LSTM.parameters(input.features(), units));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
