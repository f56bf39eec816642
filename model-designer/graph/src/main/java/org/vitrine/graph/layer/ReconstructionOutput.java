package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** A dense layer as wide as the input, which it has to give back: the end of an autoencoder. The data's target is not used. */
public record ReconstructionOutput(ReconstructionLoss loss) implements LayerSpec {

    @Override
    public Family family() {
        return Family.OUTPUT;
    }

    @Override
    public Optional<Metric> metric() {
        return Optional.of(Metric.RMSE);
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        if (data.input() instanceof Tokens) {
            throw new ShapeException("reconstruction.tokens", data.input().text());
        }
        return Heads.dense(inputs.get(0), Math.toIntExact(data.input().size()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
