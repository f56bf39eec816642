package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Adds to each time step a vector that tells its position. */
public record PositionalEncoding(PositionKind kind) implements LayerSpec {

    @Override
    public Family family() {
        return Family.ATTENTION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Sequence input = Shapes.sequence(inputs.get(0));
        return new Inference(input, kind == PositionKind.LEARNED ? input.size() : 0);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
