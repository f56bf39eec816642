package org.vitrine.datasets;

import org.jspecify.annotations.Nullable;

/**
 * Some examples side by side.
 *
 * @param inputs [n, size] for vectors, [n, channels, height, width] for images with values from 0 to 1, [n, features,
 *     time] for sequences, [n, time] token ids for text
 * @param targets [n] class indices, [n, k] values, or [n, time] class indices of steps, -1 where a step has no target, as
 *     padding never has; or [n, most] labels, -1 behind the last; or [n, most, 5] boxes: class (-1: no more), x and y of the
 *     centre, width, height, as shares of the image
 * @param mask [n, time], 1 where a step is real and 0 where it is padding; null where nothing is padded
 */
public record Batch(Tensor inputs, Tensor targets, @Nullable Tensor mask) {
    public int size() {
        return inputs.rows();
    }

    /** Some of the examples, in the given order. */
    public Batch rows(int... indices) {
        return new Batch(inputs.rows(indices), targets.rows(indices), mask == null ? null : mask.rows(indices));
    }
}
