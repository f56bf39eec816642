package org.vitrine.datasets;

import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.random.Draw;

/** The examples of a split, one by one. */
record SplitExamples(Split split) implements Examples {
    @Override
    public int size() {
        return split.size();
    }

    @Override
    public Example example(int index, @Nullable Draw draw) {
        Batch batch = split.example(index);
        Tensor mask = batch.mask();
        return new Example(
                new Value.Numbers(batch.inputs().row(0), mask == null ? null : mask.row(0), split.words(index)),
                batch.targets().row(0));
    }
}
