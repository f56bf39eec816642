package org.vitrine.attribution.maximisation;

/** How a step follows from a gradient. Keeps what it needs from step to step, so each ascent has its own. */
public interface Climb {

    /**
     * Goes one step up.
     *
     * @param values changed in place
     * @param rate how far
     */
    void step(double[] values, double[] gradient, double rate);
}
