package org.vitrine.datasets.evaluation;

/**
 * Temperature scaling (Guo et al. 2017): dividing all values before the softmax by one number makes a model less sure (above
 * 1) or surer (below 1) and changes no prediction.
 */
public final class Temperature {
    private static final double LEAST = Math.log(0.05);
    private static final double MOST = Math.log(20);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double PRECISION = 1e-6;
    /** Below the least positive float: a probability of 0 has a finite logarithm. */
    private static final double TINY = 1e-45;

    private Temperature() {}

    /** The temperature with the least mean negative log-likelihood, between 0.05 and 20, by golden section search. */
    public static double fit(float[][] probabilities, int[] actual) {
        double low = LEAST;
        double high = MOST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = loss(probabilities, actual, Math.exp(left));
        double atRight = loss(probabilities, actual, Math.exp(right));
        while (high - low > PRECISION) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = loss(probabilities, actual, Math.exp(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = loss(probabilities, actual, Math.exp(right));
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** The probabilities at another temperature. */
    public static float[][] scale(float[][] probabilities, double temperature) {
        float[][] scaled = new float[probabilities.length][];
        for (int i = 0; i < scaled.length; i++) {
            double[] logs = logs(probabilities[i], temperature);
            float[] row = new float[logs.length];
            for (int k = 0; k < row.length; k++) {
                row[k] = (float) Math.exp(logs[k]);
            }
            scaled[i] = row;
        }
        return scaled;
    }

    private static double loss(float[][] probabilities, int[] actual, double temperature) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum -= logs(probabilities[i], temperature)[actual[i]];
        }
        return sum / Math.max(1, actual.length);
    }

    private static double[] logs(float[] row, double temperature) {
        double[] logs = new double[row.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < row.length; k++) {
            logs[k] = Math.log(Math.max(row[k], TINY)) / temperature;
            most = Math.max(most, logs[k]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        double total = most + Math.log(sum);
        for (int k = 0; k < logs.length; k++) {
            logs[k] -= total;
        }
        return logs;
    }
}
