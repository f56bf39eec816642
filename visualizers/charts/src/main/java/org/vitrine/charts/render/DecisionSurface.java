package org.vitrine.charts.render;

/**
 * What a model predicts over a rectangle of the plane.
 *
 * @param x the range of the columns
 * @param y the range of the rows, the first row at its min
 * @param probabilities [rows, columns, classes]
 */
public record DecisionSurface(Axis x, Axis y, int columns, int rows, int classes, float[] probabilities) {
    private static final double STRONGEST = 0.45;

    public DecisionSurface {
        if (columns < 1 || rows < 1 || classes < 1 || probabilities.length != columns * rows * classes) {
            throw new IllegalArgumentException("A surface of " + rows + " x " + columns + " points and " + classes
                    + " classes cannot have " + probabilities.length + " probabilities");
        }
    }

    /** One pixel per grid point, the row of the largest y on top: the winner's colour, paler the less sure it is. */
    public Picture picture(int paper, boolean dark) {
        int[] argb = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                argb[(rows - 1 - row) * columns + column] = color((row * columns + column) * classes, paper, dark);
            }
        }
        return new Picture(columns, rows, argb);
    }

    private int color(int at, int paper, boolean dark) {
        int winner = 0;
        for (int c = 1; c < classes; c++) {
            winner = probabilities[at + c] > probabilities[at + winner] ? c : winner;
        }
        double chance = 1.0 / classes;
        double sure = classes == 1 ? 1 : (probabilities[at + winner] - chance) / (1 - chance);
        double share = STRONGEST * (0.2 + 0.8 * Math.max(0, Math.min(1, sure)));
        return Argb.mix(paper, Palette.argb(winner, dark), share);
    }
}
