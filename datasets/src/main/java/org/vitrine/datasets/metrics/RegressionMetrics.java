package org.vitrine.datasets.metrics;

/**
 * Errors of predicted values.
 *
 * @param count number of values
 * @param rmse root mean squared error
 * @param mae mean absolute error
 * @param r2 coefficient of determination: 1 is perfect, 0 as good as always predicting the mean; NaN if the true values
 *     do not vary
 */
public record RegressionMetrics(int count, double rmse, double mae, double r2) {

    /**
     * Compares values in pairs.
     *
     * @throws IllegalArgumentException if the arrays differ in length or are empty
     */
    public static RegressionMetrics of(float[] actual, float[] predicted) {
        if (actual.length != predicted.length || actual.length == 0) {
            throw new IllegalArgumentException("Errors need as many true values as predictions and at least one, not "
                    + actual.length + " and " + predicted.length);
        }
        int n = actual.length;
        double mean = 0;
        for (float value : actual) {
            mean += (double) value / n;
        }
        double squares = 0;
        double absolutes = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            double error = (double) predicted[i] - actual[i];
            squares += error * error;
            absolutes += Math.abs(error);
            spread += (actual[i] - mean) * (actual[i] - mean);
        }
        double r2 = spread == 0 ? Double.NaN : 1 - squares / spread;
        return new RegressionMetrics(n, Math.sqrt(squares / n), absolutes / n, r2);
    }
}
