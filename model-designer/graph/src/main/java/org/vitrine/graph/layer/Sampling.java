package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/**
 * Draws z = mean + exp(log variance / 2) noise while training and passes the mean on otherwise; adds to the loss how far the
 * distribution is from a standard normal one (Kingma and Welling 2014). Means come in at port 0, log variances at port 1.
 *
 * @param beta weight of that divergence (Higgins et al. 2017)
 */
public record Sampling(
        @Range(min = 0, max = 100, step = 0.1) double beta) implements LayerSpec {

    @Override
    public Family family() {
        return Family.NORMALIZATION;
    }

    @Override
    public Ports ports() {
        return Ports.TWO;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        return Inference.withoutParameters(Shapes.same(inputs, type()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
