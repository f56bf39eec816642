package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/**
 * Places examples so that those of one class lie near each other: a dense layer whose output, scaled to length 1, is trained
 * with triplets of the batch (Schroff et al. 2015; Hermans et al. 2017).
 *
 * @param margin by which the squared distance to another class should exceed that to the own one
 */
public record TripletOutput(
        @Range(min = 1, max = 4096) int units,
        @Range(min = 0.01, max = 2, step = 0.05) double margin,
        Mining mining) implements LayerSpec {

    @Override
    public Family family() {
        return Family.OUTPUT;
    }

    @Override
    public Optional<Metric> metric() {
        return Optional.of(Metric.NEIGHBOUR_ACCURACY);
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Heads.classes(data, type());
        return Heads.dense(inputs.get(0), units);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
