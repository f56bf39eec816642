package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** The position-wise block of a Transformer: dense, activation, dense back to the input's features. */
public record FeedForward(
        @Range(min = 1, max = 65536) int hidden,
        Activation activation,
        @Range(min = 0, max = 0.9, step = 0.05) double dropout)
        implements LayerSpec {

    @Override
    public Family family() {
        return Family.ATTENTION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Sequence input = Shapes.sequence(inputs.get(0));
        long features = input.features();
        return new Inference(input, (features + 1) * hidden + (hidden + 1L) * features);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
