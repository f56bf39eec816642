package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Normalises groups of channels over all pixels or steps of one example (Wu and He 2018). */
public record GroupNormalization(
        @Range(min = 1, max = 1024) int groups,
        @Range(min = 1e-8, max = 0.1, step = 1e-5) double epsilon) implements LayerSpec {

    @Override
    public Family family() {
        return Family.NORMALIZATION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        Shapes.rejectTokens(input);
        long channels = Shapes.channels(input);
        if (channels % groups != 0) {
            throw new ShapeException("groups.divide", channels, groups);
        }
        return new Inference(input, 2 * channels);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
