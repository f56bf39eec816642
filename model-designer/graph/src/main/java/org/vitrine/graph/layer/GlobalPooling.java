package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Keeps one value for each channel or feature: over all pixels, or over the time steps that are not masked. */
public record GlobalPooling(PoolingMode mode) implements LayerSpec {

    @Override
    public Family family() {
        return Family.CONVOLUTION;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        if (input instanceof Image image) {
            return Inference.withoutParameters(new Flat(image.channels()));
        }
        if (input instanceof Sequence sequence) {
            return Inference.withoutParameters(new Flat(sequence.features()));
        }
        throw new ShapeException("pooling.needs-axes", input.text());
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
