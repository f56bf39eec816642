package org.vitrine.attribution.effects;

import org.vitrine.datasets.Tensor;

/**
 * One target's answers for each value and example.
 *
 * @param answers [values][examples]
 */
public record Curves(double[][] answers) {

    /**
     * The answers for one target.
     *
     * @param found by {@link PartialDependence#curves}: [values, examples, targets]
     */
    public static Curves of(Tensor found, int target) {
        int values = found.shape()[0];
        int examples = found.shape()[1];
        int targets = found.shape()[2];
        double[][] answers = new double[values][examples];
        for (int value = 0; value < values; value++) {
            for (int example = 0; example < examples; example++) {
                answers[value][example] = found.values()[(value * examples + example) * targets + target];
            }
        }
        return new Curves(answers);
    }

    public int values() {
        return answers.length;
    }

    public int examples() {
        return answers[0].length;
    }

    /** One example's answers: an individual conditional expectation. */
    public double[] ofExample(int example) {
        double[] curve = new double[answers.length];
        for (int value = 0; value < curve.length; value++) {
            curve[value] = answers[value][example];
        }
        return curve;
    }

    /** The mean over the examples: the partial dependence. */
    public double[] mean() {
        double[] mean = new double[answers.length];
        for (int value = 0; value < mean.length; value++) {
            double sum = 0;
            for (double answer : answers[value]) {
                sum += answer;
            }
            mean[value] = sum / answers[value].length;
        }
        return mean;
    }

    /** Each example's curve less its answer at the given value, so that shapes can be compared (centred ICE). */
    public Curves centred(int at) {
        double[][] centred = new double[answers.length][];
        for (int value = 0; value < centred.length; value++) {
            centred[value] = new double[answers[value].length];
            for (int example = 0; example < centred[value].length; example++) {
                centred[value][example] = answers[value][example] - answers[at][example];
            }
        }
        return new Curves(centred);
    }
}
