package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Puts the axes in another order; the values move along. */
public record Permute(AxisOrder order) implements LayerSpec {

    @Override
    public Family family() {
        return Family.SHAPE;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        Shapes.rejectTokens(input);
        if (input instanceof Image image) {
            long[] sizes = {image.channels(), image.height(), image.width()};
            int[] axes = order.imageAxes();
            return Inference.withoutParameters(new Image(sizes[axes[0]], sizes[axes[1]], sizes[axes[2]]));
        }
        if (input instanceof Sequence sequence) {
            if (order != AxisOrder.REVERSED) {
                throw new ShapeException("permute.two-axes", input.text());
            }
            long steps = sequence.features();
            return Inference.withoutParameters(new Sequence(sequence.length(), steps));
        }
        throw new ShapeException("permute.one-axis", input.text());
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
