package org.vitrine.worker.network;

import org.vitrine.attribution.credibility.Readout;

/**
 * One of a network's outputs by itself: a value that is given back, before its sigmoid if it has one, or a coordinate of an
 * embedding.
 *
 * @param places of one example
 */
record ValueScores(boolean sigmoid, int place, int places) implements Scores {

    @Override
    public int outputs() {
        return places;
    }

    @Override
    public float[] predictions(double[] outputs) {
        return new float[] {(float) (sigmoid ? Sigmoid.of(outputs[place]) : outputs[place])};
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
        return sigmoid ? Readout.BINARY_PROBABILITY : Readout.SCORE;
    }
}
