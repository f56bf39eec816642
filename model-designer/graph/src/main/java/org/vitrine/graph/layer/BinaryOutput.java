package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** One sigmoid unit with binary cross entropy, for data of two classes. */
public record BinaryOutput() implements LayerSpec {

    @Override
    public Family family() {
        return Family.OUTPUT;
    }

    @Override
    public Optional<Metric> metric() {
        return Optional.of(Metric.ACCURACY);
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        int classes = Heads.classes(data, type());
        if (classes != 2) {
            throw new ShapeException("binary.classes", classes);
        }
        return Heads.dense(inputs.get(0), 1);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
