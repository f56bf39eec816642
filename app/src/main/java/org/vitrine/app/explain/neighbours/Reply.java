package org.vitrine.app.explain.neighbours;

import org.vitrine.datasets.Tensor;

/** What there is to see of a question about training examples. */
public sealed interface Reply<A> {
    /** Nothing was asked for. */
    record Nothing<A>() implements Reply<A> {}

    /** It is being looked for. */
    record Waiting<A>(double share) implements Reply<A> {}

    /**
     * It was found.
     *
     * @param values index and value of all examples that were looked through, [examples, 2]
     */
    record Found<A>(A answer, Tensor values) implements Reply<A> {}

    /** The text says why there is nothing. */
    record Failed<A>(String message) implements Reply<A> {}
}
