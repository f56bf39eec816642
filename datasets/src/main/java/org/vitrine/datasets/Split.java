package org.vitrine.datasets;

import java.util.List;

/** One part of a data set with random access. Safe for several threads. */
public interface Split {
    int size();

    /** The examples with these indices, in this order. */
    Batch batch(int[] indices);

    /**
     * The examples as they are trained on, which steps may have changed at random.
     *
     * @param pass decides what chance does: the same pass gives the same examples
     */
    default Batch batch(int[] indices, long pass) {
        return batch(indices);
    }

    /** One example as a batch of one. */
    default Batch example(int index) {
        return batch(new int[] {index});
    }

    /**
     * The words of a text as written, one for each real time step, rare words included, which the vocabulary only knows as
     * unknown. Empty if the example is no text.
     */
    default List<String> words(int index) {
        return List.of();
    }
}
