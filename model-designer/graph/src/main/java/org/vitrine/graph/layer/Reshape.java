package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/**
 * Lays the values of an example out anew, read in the order of its axes. A sequence gets {@code channels} features and
 * {@code height} steps.
 */
public record Reshape(
        Layout to,
        @Range(min = 1, max = 65536) int channels,
        @Range(min = 1, max = 65536) int height,
        @Range(min = 1, max = 65536) int width)
        implements LayerSpec {

    @Override
    public Family family() {
        return Family.SHAPE;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        Shapes.rejectTokens(input);
        Shape output = to == Layout.IMAGE ? new Image(channels, height, width) : new Sequence(channels, height);
        if (input.size() != output.size()) {
            throw new ShapeException("reshape.size", input.text(), input.size(), output.text(), output.size());
        }
        return Inference.withoutParameters(output);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
