package org.vitrine.worker.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.ExampleSplit;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.input.InputReader;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.shape.Target;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.ScoredObjective;
import org.vitrine.worker.network.Scores;

/**
 * An example that a network decides on.
 *
 * @param example a batch of one
 * @param self its index in the training part; -1 if it is not of it
 * @param predicted class; -1 where the model tells none of the example as a whole
 */
record Decision(Batch example, int self, int predicted) {

    /**
     * An example of the data set, or a new input.
     *
     * @throws IllegalArgumentException if there is no such example, or the model does not take the input, in words
     */
    static Decision of(Dataset data, Network network, Part of, int index, @Nullable NewInput input) {
        Batch example = input == null ? example(data.part(of), index) : prepared(data, input);
        int self = input == null && of == Part.TRAIN ? index : -1;
        boolean classes = data.spec().target().kind() == Target.Kind.CLASSES;
        int predicted = classes && network.objective() instanceof ScoredObjective scored
                ? Scores.best(scored.predictions(network.outputs(example)))
                : -1;
        return new Decision(example, self, predicted);
    }

    private static Batch example(Split part, int index) {
        if (index < 0 || index >= part.size()) {
            throw new IllegalArgumentException(
                    "There is no example " + index + ": the part has " + part.size() + " examples, from 0");
        }
        return part.example(index);
    }

    private static Batch prepared(Dataset data, NewInput input) {
        try {
            Example prepared = new InputReader(data.pipeline()).read(input);
            return new ExampleSplit(Examples.of(List.of(prepared))).example(0);
        } catch (DatasetException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * The example with the decision as its target: a class, or what is true where the model decides on no class.
     *
     * @param target null means the predicted class
     * @throws IllegalArgumentException if there is no such target, or no true value, in words
     */
    Batch decided(@Nullable Integer target, int classes) {
        if (predicted >= 0) {
            int decided = target == null ? predicted : target;
            if (decided < 0 || decided >= classes) {
                throw new IllegalArgumentException(
                        "There is no class " + decided + ": the model has " + classes + " classes, from 0");
            }
            return new Batch(example.inputs(), Tensor.of(new float[] {decided}, 1), example.mask());
        }
        if (example.targets().size() == 0) {
            throw new IllegalArgumentException(
                    "The true value of this input is not known, and without it there is no loss to explain");
        }
        return example;
    }
}
