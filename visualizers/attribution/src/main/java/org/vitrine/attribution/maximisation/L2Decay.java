package org.vitrine.attribution.maximisation;

/**
 * Half the sum of squares, times a weight: what does not help the unit goes back to the mean (Simonyan, Vedaldi, Zisserman 2014:
 * Deep Inside Convolutional Networks).
 */
public record L2Decay(double weight) implements Regulariser {

    @Override
    public double penalty(double[] values, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * values[i];
            gradient[i] += weight * values[i];
        }
        return weight * sum / 2;
    }
}
