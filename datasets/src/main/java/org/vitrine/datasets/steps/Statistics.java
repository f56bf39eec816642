package org.vitrine.datasets.steps;

import org.vitrine.datasets.Scale;

/** Mean, deviation and range of numbers that come one by one (Welford 1962). */
final class Statistics {
    private long count;
    private double mean;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private boolean indicator = true;

    void add(double value) {
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
        least = Math.min(least, value);
        most = Math.max(most, value);
        indicator &= value == 0 || value == 1;
    }

    /**
     * The scale that brings the numbers to mean 0 and population deviation 1, or to the range from 0 to 1. Constant numbers
     * become 0.
     */
    Scale scale(boolean unit) {
        if (count == 0 || indicator) {
            return Scale.IDENTITY;
        }
        double spread = unit ? most - least : Math.sqrt(squares / count);
        boolean constant = spread <= 1e-12 * Math.max(Math.abs(least), Math.abs(most));
        return new Scale(unit ? least : mean, constant ? 1 : spread);
    }
}
