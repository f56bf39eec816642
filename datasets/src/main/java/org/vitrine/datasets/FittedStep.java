package org.vitrine.datasets;

/**
 * A step whose numbers were fitted on the training part: a record that is kept with the model and does the same to every new
 * input.
 */
public interface FittedStep {
    /** What the examples are after it. */
    Content content(Content before);

    /** What is to be predicted after it. */
    default Targets targets(Content content, Targets before) {
        return before;
    }

    /**
     * The examples after it, made when they are asked for.
     *
     * @param content what the examples are before it
     */
    Examples apply(Content content, Examples before);

    /** Whether it changes training examples at random, and leaves all others alone. */
    default boolean isRandom() {
        return false;
    }
}
