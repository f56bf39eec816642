package org.vitrine.exchange.keras;

import java.util.Arrays;
import java.util.Optional;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/**
 * The order of the values in a flattened image or sequence: channels come first here and last in Keras.
 *
 * @param places for each value here its place in Keras
 * @param source what was flattened, unless several vectors were joined
 */
record FlatOrder(int[] places, Optional<Shape> source) {
    private static final long MOST_VALUES = 1 << 24;

    /** The order after an image or a sequence of this shape was flattened; empty if it is that of Keras. */
    static Optional<FlatOrder> of(Shape shape) {
        if (shape.size() > MOST_VALUES) {
            throw new IllegalArgumentException("A vector of " + shape.size() + " values");
        }
        int channels;
        int cells;
        if (shape instanceof Image image) {
            channels = (int) image.channels();
            cells = (int) (image.height() * image.width());
        } else if (shape instanceof Sequence sequence) {
            channels = (int) sequence.features();
            cells = (int) sequence.length();
        } else {
            return Optional.empty();
        }
        if (channels == 1 || cells == 1) {
            return Optional.empty();
        }
        int[] places = new int[channels * cells];
        for (int channel = 0; channel < channels; channel++) {
            for (int cell = 0; cell < cells; cell++) {
                places[channel * cells + cell] = cell * channels + channel;
            }
        }
        return Optional.of(new FlatOrder(places, Optional.of(shape)));
    }

    /** Rows of a matrix, or values of a vector, that stand in the order of Keras, in the order here. */
    Tensor rows(Tensor array) {
        return array.shape().length == 1
                ? array.reshape(array.size(), 1).rows(places).reshape(array.size())
                : array.rows(places);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlatOrder order && Arrays.equals(places, order.places);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(places);
    }

    @Override
    public String toString() {
        return "FlatOrder of " + places.length;
    }
}
