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
        double sum = 0;
        for (int at = first(activation); at < end(activation); at++) {
            sum += activation[at];
        }
        return sign() * sum / (end(activation) - first(activation));
    }

    /** The number's derivatives at all that leaves the layer. */
    public double[] slope(double[] activation) {
        double[] slope = new double[activation.length];
        int first = first(activation);
        int end = end(activation);
        for (int at = first; at < end; at++) {
            slope[at] = sign() / (end - first);
        }
        return slope;
    }

    private double sign() {
        return layer.twoSided() && unit == 0 ? -1 : 1;
    }

    private int begin() {
        return layer.twoSided() ? 0 : unit * layer.placeCount();
    }

    private int first(double[] activation) {
        return switch (place) {
            case MEAN -> begin();
            case CENTRE -> begin() + layer.centre();
            case GREATEST -> greatest(activation);
        };
    }

    private int end(double[] activation) {
        return place == Place.MEAN ? begin() + layer.placeCount() : first(activation) + 1;
    }

    private int greatest(double[] activation) {
        int best = begin();
        for (int at = begin(); at < begin() + layer.placeCount(); at++) {
            if (activation[at] > activation[best]) {
                best = at;
            }
        }
        return best;
    }
}
