package org.vitrine.worker.text;

import java.util.List;

/** A model that tells which token comes next. */
@FunctionalInterface
public interface NextToken {

    /**
     * Scores of all tokens of the vocabulary, before softmax.
     *
     * @param tokens so far, at least one
     */
    double[] scores(List<Integer> tokens);
}
