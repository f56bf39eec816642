package org.vitrine.runs.watch;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vitrine.datasets.Part;

/**
 * One look at a model in training. In the file each line is an object with {@code watch}, {@code at} and the components. Lists by
 * layer are as long as those of the last {@link Began}, in its order.
 */
public sealed interface WatchRecord {

    /** A look at the model after an iteration. */
    sealed interface Seen extends WatchRecord {
        /** Iterations done, from 1. */
        int iteration();
    }

    /**
     * Training starts, or goes on from a checkpoint: looks from {@code firstIteration} on replace those that were written before.
     *
     * @param layers with parameters, in the order of the graph
     * @param tapped nodes whose activations are looked at, in the order of the graph
     * @param pinned examples that are looked at; a later {@link PinnedChosen} replaces them
     */
    record Began(int firstIteration, List<Layer> layers, List<String> tapped, List<Pinned> pinned)
            implements WatchRecord {
        public Began {
            layers = List.copyOf(layers);
            tapped = List.copyOf(tapped);
            pinned = List.copyOf(pinned);
        }
    }

    /** A layer with so many parameters. */
    record Layer(String node, long parameters) {}

    /** Other examples are pinned from now on. */
    record PinnedChosen(int iteration, List<Pinned> pinned) implements WatchRecord {
        public PinnedChosen {
            pinned = List.copyOf(pinned);
        }
    }

    /**
     * L2 norms by layer in one iteration: of the gradient before clipping, of the change of the weights, and of the weights after
     * it.
     */
    record Norms(int iteration, List<Double> gradient, List<Double> update, List<Double> weight) implements Seen {
        public Norms {
            gradient = List.copyOf(gradient);
            update = List.copyOf(update);
            weight = List.copyOf(weight);
        }
    }

    /** What is spread. */
    enum Spread {
        WEIGHT,
        GRADIENT,
        ACTIVATION
    }

    /**
     * How values are spread, by layer (weights, gradients) or by tapped node (activations).
     *
     * @param low of the first bin, by layer
     * @param high of the last bin
     * @param counts shares of the values that fall into each bin, [layers, bins]
     */
    record Histograms(int iteration, Spread spread, List<Double> low, List<Double> high, Block counts) implements Seen {
        public Histograms {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    /**
     * Units of the tapped nodes that do not react to the watched examples; NaN for nodes without units of that kind.
     *
     * @param dead share of the units that are zero for all of them
     * @param saturated share that is at the end of its activation's range for all of them
     */
    record Units(int iteration, List<Double> dead, List<Double> saturated) implements Seen {
        public Units {
            dead = List.copyOf(dead);
            saturated = List.copyOf(saturated);
        }
    }

    /** The filters of the first convolution: [filters, channels, height, width], or [filters, channels, time]. */
    record Filters(int iteration, String node, Block values) implements Seen {}

    /** The feature maps of a pinned example: [maps, height, width], or [maps, time]. */
    record Maps(int iteration, int pinned, String node, Block values) implements Seen {}

    /**
     * What the process needs.
     *
     * @param examplesPerSecond of the last seconds
     * @param processors busy, such as 1.8
     * @param gpuBytes 0 if there is none
     * @param watchingShare of the time since training started that watching took
     */
    record Load(
            int iteration,
            double learningRate,
            double examplesPerSecond,
            double processors,
            long heapBytes,
            long nativeBytes,
            long residentBytes,
            long gpuBytes,
            double watchingShare)
            implements Seen {}

    /** Predictions on the validation part when an epoch ended: [actual, predicted] counts. */
    record Confusion(int iteration, int epoch, Block counts) implements Seen {}

    /**
     * What the model makes of the pinned examples when an epoch ended, 0 before the first.
     *
     * @param method of the attributions
     */
    record PinnedSeen(int iteration, int epoch, String method, List<Answer> answers) implements Seen {
        public PinnedSeen {
            answers = List.copyOf(answers);
        }
    }

    /**
     * What the model makes of one example.
     *
     * @param outputs probabilities of all classes, or values in raw units; of the place if there is one
     * @param target class or value that is explained
     * @param place step, cell, value or coordinate, where the model scores no example as a whole
     * @param truth the class or value that is true at the place, if it is known
     * @param relevance per pixel [1, height, width], per token [time] or per feature
     */
    record Answer(
            Part part,
            int example,
            List<Double> outputs,
            int target,
            OptionalInt place,
            OptionalDouble truth,
            boolean signed,
            Block relevance) {
        public Answer {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * What the model makes of a rectangle of the plane, and where its hidden units stand.
     *
     * @param left of the first column, and so on; the first row is at the bottom
     * @param outputs probabilities [classes, rows, columns], or the first value [1, rows, columns]
     * @param hidden activations of the hidden units, [units, rows, columns]
     * @param nodes the node of each hidden unit
     */
    record Surface(
            int iteration,
            double left,
            double right,
            double bottom,
            double top,
            Block outputs,
            Block hidden,
            List<String> nodes)
            implements Seen {
        public Surface {
            nodes = List.copyOf(nodes);
        }
    }
}
