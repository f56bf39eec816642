package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/**
 * Multi-head attention of one sequence to another one (Vaswani et al. 2017). Port 0 takes the queries, whose shape the
 * output has, port 1 the memory that they look at.
 */
public record CrossAttention(
        @Range(min = 1, max = 64) int heads,
        @Range(min = 0, max = 0.9, step = 0.05) double dropout) implements LayerSpec {

    @Override
    public Family family() {
        return Family.ATTENTION;
    }

    @Override
    public Ports ports() {
        return Ports.TWO;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Sequence queries = Shapes.sequence(inputs.get(0));
        Sequence memory = Shapes.sequence(inputs.get(1));
        long size = queries.features();
        if (size % heads != 0) {
            throw new ShapeException("attention.heads", size, heads);
        }
        // Queries and output, then keys and values.
        return new Inference(queries, 2 * (size + 1) * size + 2 * (memory.features() + 1) * size);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
