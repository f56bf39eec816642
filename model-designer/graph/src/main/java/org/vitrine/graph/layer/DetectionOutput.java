package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

/**
 * Finds objects on a grid: each place of the image that comes in tells whether the centre of an object lies in its cell, the
 * object's box and its class, by a convolution of size 1 (Redmon et al. 2016, with one box a cell).
 *
 * @param boxWeight of errors of centre and size
 * @param emptyWeight of cells without an object, which are most
 */
public record DetectionOutput(
        @Range(min = 0.1, max = 50, step = 0.5) double boxWeight,
        @Range(min = 0.01, max = 5, step = 0.1) double emptyWeight)
        implements LayerSpec {

    @Override
    public Family family() {
        return Family.OUTPUT;
    }

    @Override
    public Optional<Metric> metric() {
        return Optional.of(Metric.AVERAGE_PRECISION);
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Target target = Heads.target(data, Target.Kind.BOXES, type());
        Image grid = Shapes.image(inputs.get(0));
        int values = 5 + target.size();
        return new Inference(new Image(values, grid.height(), grid.width()), (grid.channels() + 1) * values);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
