package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Reads a sequence in both directions with two cells of its own (Schuster and Paliwal 1997) and merges their outputs at each step. */
public record Bidirectional(
        Cell cell, @Range(min = 1, max = 4096) int units, Merge merge) implements LayerSpec {

    @Override
    public Family family() {
        return Family.RECURRENT;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Sequence input = Shapes.sequence(inputs.get(0));
        long features = merge == Merge.CONCATENATE ? 2L * units : units;
        return new Inference(new Sequence(features, input.length()), 2 * cell.parameters(input.features(), units));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
