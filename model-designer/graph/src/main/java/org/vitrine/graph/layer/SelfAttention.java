package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Multi-head self-attention (Vaswani et al. 2017); causal hides later steps. */
public record SelfAttention(
        @Range(min = 1, max = 64) int heads,
        boolean causal,
        @Range(min = 0, max = 0.9, step = 0.05) double dropout) implements LayerSpec {

    @Override
    public Family family() {
        return Family.ATTENTION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Sequence input = Shapes.sequence(inputs.get(0));
        if (input.features() % heads != 0) {
            throw new ShapeException("attention.heads", input.features(), heads);
        }
        return new Inference(input, 4 * (input.features() + 1) * input.features());
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
