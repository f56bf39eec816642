package org.vitrine.graph.cost;

import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Channels and positions of shapes. */
final class Axes {
    private Axes() {}

    /** Channels of an image, features of a sequence, the size of a vector. */
    static long channels(Shape shape) {
        return shape.size() / positions(shape);
    }

    /** Pixels of an image, steps of a sequence, 1 for a vector. */
    static long positions(Shape shape) {
        if (shape instanceof Image image) {
            return image.height() * image.width();
        }
        if (shape instanceof Sequence sequence) {
            return sequence.length();
        }
        return shape instanceof Tokens tokens ? tokens.length() : 1;
    }

    /** What is thrown at blocks: their layers are counted, not they. */
    static IllegalArgumentException notFlat() {
        return new IllegalArgumentException("Blocks cost what is in them: expand them with flat() first");
    }
}
