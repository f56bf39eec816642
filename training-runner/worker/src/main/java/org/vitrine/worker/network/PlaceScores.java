package org.vitrine.worker.network;

import java.util.stream.IntStream;
import org.vitrine.attribution.credibility.Readout;

/**
 * Class scores at one place of outputs [classes, places], which softmax makes probabilities of.
 *
 * @param places of one example
 */
record PlaceScores(int classes, int place, int places) implements Scores {

    @Override
    public int outputs() {
        return classes * places;
    }

    @Override
    public float[] predictions(double[] outputs) {
        return SoftmaxCrossEntropy.probabilities(logits(outputs));
    }

    @Override
    public double[] logits(double[] outputs) {
        return IntStream.range(0, classes)
                .mapToDouble(k -> outputs[k * places + place])
                .toArray();
    }

    @Override
    public double[] logitGradient(int target) {
        double[] gradient = new double[outputs()];
        gradient[target * places + place] = 1;
        return gradient;
    }

    @Override
    public Readout readout() {
        return Readout.PROBABILITY;
    }
}
