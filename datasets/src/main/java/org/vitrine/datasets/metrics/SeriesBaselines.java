package org.vitrine.datasets.metrics;

/**
 * Forecasts without a model: the last value goes on (naive), or the values of one season ago come again (seasonal naive). The
 * season is the lag within a window that served the training part best.
 *
 * @param season steps, at least 2; 0 if windows are shorter than that
 * @param scale mean absolute error of the naive forecast of one step on the training part, which MASE is measured by (Hyndman
 *     and Koehler 2006)
 * @param changes whether the values are changes from one step to the next: then a value goes on with a change of 0
 */
public record SeriesBaselines(int season, double scale, boolean changes) {

    /**
     * Finds season and scale.
     *
     * @param windows of the value to be predicted
     * @param next the values that followed each window
     */
    public static SeriesBaselines fit(float[][] windows, float[][] next, boolean changes) {
        int length = windows.length == 0 ? 0 : windows[0].length;
        int season = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int lag = 2; lag <= length; lag++) {
            double error = 0;
            for (int i = 0; i < windows.length; i++) {
                for (int step = 0; step < next[i].length; step++) {
                    error += Math.abs(again(windows[i], step, lag) - next[i][step]);
                }
            }
            if (error < least) {
                least = error;
                season = lag;
            }
        }
        double naive = 0;
        for (int i = 0; i < windows.length; i++) {
            naive += Math.abs((changes ? 0 : windows[i][length - 1]) - next[i][0]);
        }
        return new SeriesBaselines(season, naive / Math.max(1, windows.length), changes);
    }

    private static float again(float[] window, int step, int lag) {
        return window[window.length - lag + step % lag];
    }

    /** The forecast that the last value goes on. */
    public float naive(float[] window) {
        return changes ? 0 : window[window.length - 1];
    }

    /**
     * The forecast that the last season comes again.
     *
     * @param step from 0, the first after the window
     */
    public float seasonal(float[] window, int step) {
        return season == 0 ? naive(window) : again(window, step, season);
    }
}
