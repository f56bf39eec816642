package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** A fully connected layer; on a sequence it is applied to each time step. */
public record Dense(@Range(min = 1, max = 65536) int units, Activation activation) implements LayerSpec {

    @Override
    public Family family() {
        return Family.DENSE;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        if (input instanceof Sequence sequence) {
            return new Inference(new Sequence(units, sequence.length()), (sequence.features() + 1) * units);
        }
        Shapes.rejectTokens(input);
        return new Inference(new Flat(units), (input.size() + 1) * units);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
