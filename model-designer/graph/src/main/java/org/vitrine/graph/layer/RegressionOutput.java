package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/**
 * A linear dense layer, as wide as the data set has target values.
 *
 * @param delta errors up to which Huber's loss is quadratic, in deviations of the target (Huber 1964)
 */
public record RegressionOutput(
        RegressionLoss loss,
        @Range(min = 0.01, max = 100, step = 0.1) double delta) implements LayerSpec {

    /** With Huber's loss quadratic up to one deviation. */
    public RegressionOutput(RegressionLoss loss) {
        this(loss, 1);
    }

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
        return Heads.dense(inputs.get(0), Heads.values(data, type()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
