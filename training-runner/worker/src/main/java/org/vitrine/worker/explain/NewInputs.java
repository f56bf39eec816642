package org.vitrine.worker.explain;

import java.util.Arrays;
import java.util.List;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.ExampleSplit;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.input.InputReader;
import org.vitrine.datasets.input.NewInput;

/** New inputs as a network takes them, by the steps that it was trained with. */
final class NewInputs {
    private final InputReader reader;

    NewInputs(Pipeline pipeline) {
        reader = new InputReader(pipeline);
    }

    /**
     * An input without a target.
     *
     * @throws IllegalArgumentException if the model does not take it, in words
     */
    Example example(NewInput input) {
        try {
            return reader.read(input);
        } catch (DatasetException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * A strip that is read column by column, with padding behind the last column with ink, as strips to learn from have it.
     *
     * @param strip numbers [features, time]
     */
    static Example endingBehindInk(Example strip) {
        Tensor values = strip.numbers().tensor();
        int columns = values.shape()[1];
        int end = 1;
        for (int i = 0; i < values.size(); i++) {
            end = values.values()[i] == 0 ? end : Math.max(end, i % columns + 1);
        }
        Tensor mask = Tensor.zeros(columns);
        Arrays.fill(mask.values(), 0, end, 1);
        return Example.of(new Value.Numbers(values, mask, List.of()));
    }

    /** A batch of one. */
    static Batch batch(Example example) {
        return new ExampleSplit(Examples.of(List.of(example))).example(0);
    }
}
