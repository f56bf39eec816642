package org.vitrine.attribution.maximisation;

/**
 * Blurs after every few steps, which takes away high frequencies (Yosinski, Clune, Nguyen, Fuchs, Lipson 2015: Understanding
 * Neural Networks Through Deep Visualization). The last quarter of the steps goes without, so that edges become sharp. At borders
 * the window is what is left of it.
 *
 * @param every so many steps
 * @param sigma of the window, in places; 0 for none
 */
public record GaussianBlur(Grid grid, int every, double sigma) implements Regulariser {

    @Override
    public void afterStep(double[] values, int step, int steps) {
        if (sigma > 0 && step % every == 0 && step <= steps - steps / 4) {
            blur(values);
        }
    }

    /** Blurs once, rows and columns one after the other. */
    void blur(double[] values) {
        double[] window = window();
        double[] line = new double[Math.max(grid.rows(), grid.columns())];
        for (int channel = 0; channel < grid.channels(); channel++) {
            int plane = channel * grid.plane();
            for (int row = 0; row < grid.rows(); row++) {
                along(values, plane + row * grid.columns(), 1, grid.columns(), window, line);
            }
            for (int column = 0; column < grid.columns(); column++) {
                along(values, plane + column, grid.columns(), grid.rows(), window, line);
            }
        }
    }

    /** Half of the window, from its centre on. */
    private double[] window() {
        double[] window = new double[(int) Math.ceil(3 * sigma) + 1];
        for (int i = 0; i < window.length; i++) {
            window[i] = Math.exp(-i * i / (2 * sigma * sigma));
        }
        return window;
    }

    private static void along(double[] values, int first, int stride, int count, double[] window, double[] line) {
        for (int i = 0; i < count; i++) {
            line[i] = values[first + i * stride];
        }
        for (int i = 0; i < count; i++) {
            double sum = 0;
            double weights = 0;
            for (int k = Math.max(0, i - window.length + 1); k < Math.min(count, i + window.length); k++) {
                double weight = window[Math.abs(k - i)];
                sum += weight * line[k];
                weights += weight;
            }
            values[first + i * stride] = sum / weights;
        }
    }
}
