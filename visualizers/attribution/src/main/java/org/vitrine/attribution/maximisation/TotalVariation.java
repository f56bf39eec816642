package org.vitrine.attribution.maximisation;

/**
 * The sum over all places of (dx² + dy²)^(β/2), times a weight, with the differences to the next column and the next row; beyond
 * the last there is none (Mahendran, Vedaldi 2016: Visualizing Deep Convolutional Neural Networks Using Natural Pre-Images).
 *
 * @param exponent β, from 1: at 1 edges cost what they are high, at 2 soft slopes are cheaper
 */
public record TotalVariation(Grid grid, double weight, double exponent) implements Regulariser {
    /** Keeps the root's slope finite where there is no difference. */
    private static final double LEAST = 1e-12;

    public TotalVariation {
        if (!(exponent >= 1)) {
            throw new IllegalArgumentException("The exponent of the total variation is at least 1, not " + exponent);
        }
    }

    @Override
    public double penalty(double[] values, double[] gradient) {
        double sum = 0;
        for (int at = 0; at < values.length; at++) {
            int column = at % grid.columns();
            int row = at % grid.plane() / grid.columns();
            double across = column + 1 < grid.columns() ? values[at + 1] - values[at] : 0;
            double down = row + 1 < grid.rows() ? values[at + grid.columns()] - values[at] : 0;
            double squares = across * across + down * down;
            if (squares < LEAST) {
                continue;
            }
            sum += Math.pow(squares, exponent / 2);
            double slope = weight * exponent * Math.pow(squares, exponent / 2 - 1);
            gradient[at] -= slope * (across + down);
            if (column + 1 < grid.columns()) {
                gradient[at + 1] += slope * across;
            }
            if (row + 1 < grid.rows()) {
                gradient[at + grid.columns()] += slope * down;
            }
        }
        return weight * sum;
    }
}
