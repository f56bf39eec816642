package org.vitrine.worker.network;

import org.vitrine.attribution.credibility.Readout;

/**
 * One value that a {@link ReconstructionObjective} gives back: the output before its sigmoid, if it has one.
 *
 * @param places of one example
 */
record ValueScores(ReconstructionObjective head, int place, int places) implements Scores {

    @Override
    public int outputs() {
        return places;
    }

    @Override
    public float[] predictions(double[] outputs) {
        return new float[] {(float) head.value(outputs[place])};
    }

    @Override
    public double[] logits(double[] outputs) {
        return new double[] {outputs[place]};
    }

    @Override
    public double[] logitGradient(int target) {
        double[] gradient = new double[places];
        gradient[place] = 1;
        return gradient;
    }

    @Override
    public Readout readout() {
        return head.binary() ? Readout.BINARY_PROBABILITY : Readout.SCORE;
    }
}
