package org.vitrine.datasets.evaluation;

/**
 * How a threshold on a score divides examples that belong to a class from those that do not. Shares of nothing count as 0,
 * as is the custom; the precision of no prediction at all counts as 1, where the precision-recall curve begins.
 *
 * @param threshold examples with at least this score are taken for the class
 */
public record ThresholdCounts(
        double threshold, long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** The part of what was taken for the class that belongs to it. */
    public double precision() {
        long taken = truePositives + falsePositives;
        return taken == 0 ? 1 : (double) truePositives / taken;
    }

    /** The part of the class that was found: the true positive rate. */
    public double recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    /** The part of the others that was taken for the class. */
    public double falsePositiveRate() {
        return share(falsePositives, falsePositives + trueNegatives);
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    public double accuracy() {
        return share(truePositives + trueNegatives, truePositives + falsePositives + falseNegatives + trueNegatives);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
