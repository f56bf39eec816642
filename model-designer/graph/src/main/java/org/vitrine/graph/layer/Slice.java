package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Keeps a range of one axis, such as the first half of the steps of a sequence with their mask. Counts from 0. */
public record Slice(
        SliceAxis axis,
        @Range(min = 0, max = 1e6) int start,
        @Range(min = 1, max = 1e6) int length) implements LayerSpec {

    @Override
    public Family family() {
        return Family.SHAPE;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        Shape input = inputs.get(0);
        long available = available(input);
        if (start + (long) length > available) {
            throw new ShapeException("slice.outside", start, start + (long) length - 1, available);
        }
        return Inference.withoutParameters(cut(input));
    }

    /**
     * How many positions the axis of {@code input} has.
     *
     * @throws ShapeException if there is no such axis
     */
    public long available(Shape input) {
        if (input instanceof Tokens tokens && axis == SliceAxis.TIME) {
            return tokens.length();
        }
        if (input instanceof Sequence sequence && axis == SliceAxis.TIME) {
            return sequence.length();
        }
        if (input instanceof Image image && axis == SliceAxis.HEIGHT) {
            return image.height();
        }
        if (input instanceof Image image && axis == SliceAxis.WIDTH) {
            return image.width();
        }
        if (axis == SliceAxis.FEATURES && !(input instanceof Tokens)) {
            return Shapes.channels(input);
        }
        throw new ShapeException("slice.no-axis", input.text());
    }

    private Shape cut(Shape input) {
        if (input instanceof Tokens tokens) {
            return new Tokens(tokens.vocabulary(), length);
        }
        if (input instanceof Sequence sequence) {
            return axis == SliceAxis.TIME
                    ? new Sequence(sequence.features(), length)
                    : new Sequence(length, sequence.length());
        }
        if (input instanceof Image image) {
            return switch (axis) {
                case HEIGHT -> new Image(image.channels(), length, image.width());
                case WIDTH -> new Image(image.channels(), image.height(), length);
                default -> new Image(length, image.height(), image.width());
            };
        }
        return new Flat(length);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
