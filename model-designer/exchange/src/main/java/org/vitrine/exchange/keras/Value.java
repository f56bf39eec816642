package org.vitrine.exchange.keras;

import java.util.Optional;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Shape;

/**
 * The output of a layer of Keras in the graph.
 *
 * @param order of a vector's values, if it is not that of Keras
 * @param border zeros that Keras put around the image, and that are still to be counted in
 */
record Value(NodeId node, Shape shape, Optional<FlatOrder> order, Optional<Border> border) {

    /** Rows and columns of zeros. */
    record Border(int top, int bottom, int left, int right) {}

    Value(NodeId node, Shape shape) {
        this(node, shape, Optional.empty(), Optional.empty());
    }

    Value ordered(Optional<FlatOrder> newOrder) {
        return new Value(node, shape, newOrder, border);
    }

    Value bordered(Border newBorder) {
        return new Value(node, shape, order, Optional.of(newBorder));
    }

    /** Weights of a layer that takes this: rows in the order here. */
    Tensor rows(Tensor array) {
        return order.isPresent() ? order.get().rows(array) : array;
    }
}
