package org.vitrine.attribution.maximisation;

/**
 * One number read off what leaves a layer: a unit's value, at one place or as a mean over places. Before softmax or sigmoid where
 * the layer is an output.
 */
public record Reading(UnitLayer layer, int unit, Place place) {

    /** @throws IllegalArgumentException if the layer has no such unit */
    public Reading {
        if (unit < 0 || unit >= layer.units()) {
            throw new IllegalArgumentException("The layer '" + layer.id() + "' has no unit " + unit + "; it has "
                    + layer.units() + ", counted from 0.");
        }
    }

    /**
     * The number.
     *
     * @param activation what leaves the layer for one input, [units, places...] row by row
     */
    public double of(double[] activation) {
        return of(activation, new float[0]);
    }

    /** The number, where padding does not count: {@code mask} has 0 for it, if it has as many steps as the layer. */
    public double of(double[] activation, float[] mask) {
        double[] weights = weights(activation, mask);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] == 0 ? 0 : weights[i] * activation[begin() + i];
        }
        return sum;
    }

    /** The number's derivatives at all that leaves the layer. */
    public double[] slope(double[] activation) {
        double[] weights = weights(activation, new float[0]);
        double[] slope = new double[activation.length];
        System.arraycopy(weights, 0, slope, begin(), weights.length);
        return slope;
    }

    /** Where the unit's values begin. */
    private int begin() {
        return layer.twoSided() ? 0 : unit * layer.placeCount();
    }

    /** How much each of the unit's places counts. */
    private double[] weights(double[] activation, float[] mask) {
        double[] weights = new double[layer.placeCount()];
        double sign = layer.twoSided() && unit == 0 ? -1 : 1;
        if (place == Place.CENTRE) {
            weights[layer.centre()] = sign;
            return weights;
        }
        int real = 0;
        int greatest = 0;
        for (int i = 0; i < weights.length; i++) {
            if (mask.length == weights.length && mask[i] == 0) {
                continue;
            }
            weights[i] = sign;
            greatest = real++ == 0 || activation[begin() + i] > activation[begin() + greatest] ? i : greatest;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = place == Place.MEAN ? weights[i] / Math.max(1, real) : i == greatest ? sign : 0;
        }
        return weights;
    }
}
