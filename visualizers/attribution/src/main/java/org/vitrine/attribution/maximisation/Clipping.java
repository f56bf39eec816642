package org.vitrine.attribution.maximisation;

/**
 * Keeps every value within the range that the data have.
 *
 * @param least by channel
 * @param greatest by channel
 */
public record Clipping(Grid grid, double[] least, double[] greatest) implements Regulariser {

    @Override
    public void afterStep(double[] values, int step, int steps) {
        for (int i = 0; i < values.length; i++) {
            int channel = i / grid.plane();
            values[i] = Math.max(least[channel], Math.min(greatest[channel], values[i]));
        }
    }
}
