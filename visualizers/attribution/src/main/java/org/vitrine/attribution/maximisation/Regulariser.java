package org.vitrine.attribution.maximisation;

/**
 * Something that keeps a made input near to what inputs look like: a penalty that is taken off the activation, or an operation
 * after a step. Values are in deviations from the mean of their channel, see {@link InputSpace}.
 */
public interface Regulariser {

    /**
     * The penalty at an input.
     *
     * @param gradient gets the penalty's gradient added
     */
    default double penalty(double[] values, double[] gradient) {
        return 0;
    }

    /**
     * Changes the input after a step.
     *
     * @param step counted from 1
     * @param steps that are going to be made
     */
    default void afterStep(double[] values, int step, int steps) {}
}
