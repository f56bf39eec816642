package org.vitrine.worker.train;

import org.jspecify.annotations.Nullable;
import org.vitrine.runs.RunException;
import org.vitrine.runs.watch.Watching;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.OutputTaker;

/**
 * Looks at a network while it trains. It is called on the thread of the training, between steps and within them, and must change
 * nothing that the training computes with.
 */
public interface TrainingWatch extends AutoCloseable {
    /** Looks at nothing. */
    TrainingWatch NONE = new TrainingWatch() {};

    /** Training starts with this network, or goes on with another one of the same graph since more epochs were asked for. */
    default void begin(Network network, int iterations, int epochs, double seconds) throws RunException {}

    /** Before a step: whether its gradients and updates are wanted. */
    default boolean wantsStep() {
        return false;
    }

    /** The gradients of the step are there, not yet clipped. */
    default void differentiated(Network network) {}

    /** The parameters were changed; the network's gradients are what was taken off them. */
    default void updated(Network network) {}

    /**
     * A step that is over.
     *
     * @param iterations that were done, with it
     * @param seconds that it took, with what was looked at within it
     * @param trainedSeconds of training in all
     */
    record Step(int iterations, double seconds, double trainedSeconds, double learningRate, double examplesPerSecond) {}

    /** A step is over. */
    default void stepDone(Network network, Step step) throws RunException {}

    /** Who wants to see the outputs for the validation part, if anybody. */
    default @Nullable OutputTaker validation() {
        return null;
    }

    /** An epoch is over, and its validation. */
    default void epochDone(Network network, int iterations, int epochs, boolean last) throws RunException {}

    /** Other rates, or other pinned examples. */
    default void change(Watching watching, int iterations) throws RunException {}

    /** Training is over. */
    @Override
    default void close() throws RunException {}
}
