package org.vitrine.worker.network;

/** An objective whose outputs are scores at each of several places of an example: steps, pixels, cells of a grid. */
public interface PlacedObjective extends Objective {

    /**
     * How many places there are.
     *
     * @param outputs of the network for one example
     */
    int places(int outputs);

    /** The scores at a place, counted along the axes of the outputs behind the first. */
    Scores at(int place, int outputs);
}
