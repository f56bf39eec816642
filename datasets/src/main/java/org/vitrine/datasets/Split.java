package org.vitrine.datasets;

/** One part of a data set with random access. Safe for several threads. */
public interface Split {
    int size();

    /** The examples with these indices, in this order. */
    Batch batch(int[] indices);

    /** One example as a batch of one. */
    default Batch example(int index) {
        return batch(new int[] {index});
    }
}
