package org.vitrine.worker.explain;

import java.util.List;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.ExampleSplit;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Pipeline;
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

    /** A batch of one. */
    static Batch batch(Example example) {
        return new ExampleSplit(Examples.of(List.of(example))).example(0);
    }
}
