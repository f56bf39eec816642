package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** What layers demand of their inputs. */
final class Shapes {
    private Shapes() {}

    static void rejectTokens(Shape shape) {
        if (shape instanceof Tokens) {
            throw new ShapeException("tokens.need-embedding", shape.text());
        }
    }

    static Sequence sequence(Shape shape) {
        rejectTokens(shape);
        if (shape instanceof Sequence sequence) {
            return sequence;
        }
        throw new ShapeException("needs-sequence", shape.text());
    }

    static Image image(Shape shape) {
        rejectTokens(shape);
        if (shape instanceof Image image) {
            return image;
        }
        throw new ShapeException("needs-image", shape.text());
    }

    /** The features of a vector or of each step of a sequence. */
    static long features(Shape shape) {
        if (shape instanceof Flat || shape instanceof Sequence) {
            return channels(shape);
        }
        throw new ShapeException("layernorm.needs-features", shape.text());
    }

    /** The one shape that all inputs have. */
    static Shape same(List<Shape> inputs, String layer) {
        Shape first = inputs.get(0);
        inputs.forEach(Shapes::rejectTokens);
        for (Shape input : inputs) {
            if (!input.equals(first)) {
                throw new ShapeException("merge.differ", layer, first.text(), input.text());
            }
        }
        return first;
    }

    /** Channels of an image, features of a sequence, or the size of a vector. */
    static long channels(Shape shape) {
        if (shape instanceof Image image) {
            return image.channels();
        }
        if (shape instanceof Sequence sequence) {
            return sequence.features();
        }
        return ((Flat) shape).size();
    }
}
