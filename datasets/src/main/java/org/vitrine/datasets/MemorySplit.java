package org.vitrine.datasets;

import org.jspecify.annotations.Nullable;

/** A split held in memory. */
public record MemorySplit(
        Tensor inputs, Tensor targets, @Nullable Tensor mask) implements Split {
    public MemorySplit {
        if (inputs.rows() != targets.rows() || (mask != null && mask.rows() != inputs.rows())) {
            throw new IllegalArgumentException("Inputs, targets and mask differ in their number of examples");
        }
    }

    @Override
    public int size() {
        return inputs.rows();
    }

    @Override
    public Batch batch(int[] indices) {
        return new Batch(inputs.rows(indices), targets.rows(indices), mask == null ? null : mask.rows(indices));
    }

    /** The chosen examples as a split of their own. */
    public MemorySplit part(int[] indices) {
        return new MemorySplit(inputs.rows(indices), targets.rows(indices), mask == null ? null : mask.rows(indices));
    }
}
