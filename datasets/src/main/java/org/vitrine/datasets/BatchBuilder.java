package org.vitrine.datasets;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts examples of one shape side by side. */
final class BatchBuilder {
    private final int size;
    private @Nullable Tensor inputs;
    private @Nullable Tensor targets;
    private @Nullable Tensor mask;
    private int added;

    BatchBuilder(int size) {
        this.size = size;
    }

    void add(Example example) {
        Value.Numbers numbers = example.numbers();
        inputs = put(inputs, numbers.tensor());
        targets = put(targets, example.target());
        if (numbers.mask() != null) {
            mask = put(mask, numbers.mask());
        }
        added++;
    }

    Batch build() {
        if (inputs == null || targets == null || added != size) {
            throw new IllegalStateException("A batch of " + size + " examples has " + added);
        }
        return new Batch(inputs, targets, mask);
    }

    private Tensor put(@Nullable Tensor all, Tensor one) {
        Tensor rows = all == null ? Tensor.zeros(shape(one)) : all;
        if (rows.size() != one.size() * size) {
            throw new IllegalStateException("Examples of different sizes: " + one + " does not fit into " + rows);
        }
        System.arraycopy(one.values(), 0, rows.values(), added * one.size(), one.size());
        return rows;
    }

    private int[] shape(Tensor one) {
        return IntStream.concat(IntStream.of(size), IntStream.of(one.shape())).toArray();
    }
}
