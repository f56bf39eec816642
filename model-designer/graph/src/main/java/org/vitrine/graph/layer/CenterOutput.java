package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Shape;

/**
 * Classification with compact classes: a dense layer makes an embedding, a second one classifies it, and the centre loss pulls
 * it towards a trained centre of its class (Wen et al. 2016). Puts out class scores, squared distances to all centres and
 * the embedding.
 *
 * @param weight of half the squared distance to the own centre, beside the cross entropy
 */
public record CenterOutput(
        @Range(min = 1, max = 4096) int units,
        @Range(min = 0, max = 1, step = 0.01) double weight) implements LayerSpec {

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
        long embedding = Heads.dense(inputs.get(0), units).parameters();
        return new Inference(new Flat(2L * classes + units), embedding + (2L * units + 1) * classes);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
