package org.vitrine.graph.layer;

/** The number by which people judge a model; it depends on the output head. */
public enum Metric {
    /** Share of examples, or of steps, whose class is right. */
    ACCURACY(true, true),
    /** Root mean squared error in raw units. */
    RMSE(false, false),
    /** Mean edit distance to the true labels, as a share of their number. */
    LABEL_ERROR(true, false),
    /** Share of examples whose nearest neighbour is of the same class. */
    NEIGHBOUR_ACCURACY(true, true),
    /** Mean average precision of boxes that overlap the true ones by half. */
    AVERAGE_PRECISION(true, true);

    private final boolean share;
    private final boolean rising;

    Metric(boolean share, boolean rising) {
        this.share = share;
        this.rising = rising;
    }

    /** Whether it is a share from 0 to 1, shown in percent. */
    public boolean isShare() {
        return share;
    }

    /** Whether more is better. */
    public boolean isRising() {
        return rising;
    }
}
