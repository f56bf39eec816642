package org.vitrine.attribution.maximisation;

/** Along the gradient, as far as the rate says on average over the values, whatever the gradient's length. */
public final class NormalisedGradient implements Climb {

    @Override
    public void step(double[] values, double[] gradient, double rate) {
        double squares = 0;
        for (double slope : gradient) {
            squares += slope * slope;
        }
        double size = Math.sqrt(squares / gradient.length);
        if (size == 0) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += rate * gradient[i] / size;
        }
    }
}
