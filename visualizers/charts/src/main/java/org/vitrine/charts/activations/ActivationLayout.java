package org.vitrine.charts.activations;

/**
 * Where the values of one example lie in a rectangle: one tile a channel for images, features over time for sequences, rows of
 * squares for vectors.
 *
 * @param tiles maps side by side, {@code across} in a row
 * @param rows of values in a tile
 * @param columns of values in a tile
 * @param cellWidth of a value
 */
public record ActivationLayout(
        int values, int tiles, int across, int rows, int columns, double cellWidth, double cellHeight, double gap) {
    private static final double WIDEST = 28;
    private static final double GAP = 6;

    /** The layout of an array with one to three axes that fills the rectangle best. */
    public static ActivationLayout of(int[] shape, double width, double height) {
        return switch (shape.length) {
            case 1 -> vector(shape[0], width, height);
            case 2 ->
                new ActivationLayout(
                        shape[0] * shape[1],
                        1,
                        1,
                        shape[0],
                        shape[1],
                        Math.min(WIDEST, width / shape[1]),
                        Math.min(WIDEST, height / shape[0]),
                        0);
            default -> maps(shape, width, height);
        };
    }

    private static ActivationLayout vector(int size, double width, double height) {
        int columns = 1;
        double best = 0;
        for (int tried = 1; tried <= size; tried++) {
            int down = (size + tried - 1) / tried;
            double side = Math.min(width / tried, height / down);
            if (side > best) {
                best = side;
                columns = tried;
            }
        }
        double side = Math.min(WIDEST, best);
        if (best > WIDEST) {
            columns = Math.max(columns, Math.min(size, (int) (width / side)));
        }
        return new ActivationLayout(size, 1, 1, (size + columns - 1) / columns, columns, side, side, 0);
    }

    private static ActivationLayout maps(int[] shape, double width, double height) {
        int across = 1;
        double best = 0;
        double gap = shape[0] > 1 ? Math.min(GAP, width / shape[0]) : 0;
        for (int tried = 1; tried <= shape[0]; tried++) {
            int down = (shape[0] + tried - 1) / tried;
            double side = Math.min(
                    (width - (tried - 1) * gap) / (tried * shape[2]), (height - (down - 1) * gap) / (down * shape[1]));
            if (side > best) {
                best = side;
                across = tried;
            }
        }
        double side = Math.min(WIDEST, Math.max(best, 0.25));
        return new ActivationLayout(
                shape[0] * shape[1] * shape[2], shape[0], across, shape[1], shape[2], side, side, gap);
    }

    double left(int tile) {
        return tile % across * (columns * cellWidth + gap);
    }

    double top(int tile) {
        int row = tile / across;
        return row * (rows * cellHeight + gap);
    }

    double x(int place) {
        return left(place / (rows * columns)) + place % columns * cellWidth;
    }

    double y(int place) {
        int row = place / columns % rows;
        return top(place / (rows * columns)) + row * cellHeight;
    }

    /** The place, row by row, of the value at a point; -1 if there is none. */
    public int place(double x, double y) {
        double tileWidth = columns * cellWidth + gap;
        double tileHeight = rows * cellHeight + gap;
        int column = (int) Math.floor(x / tileWidth);
        int row = (int) Math.floor(y / tileHeight);
        int tile = row * across + column;
        if (x < 0 || y < 0 || column >= across || tile >= tiles) {
            return -1;
        }
        int cellColumn = (int) ((x - column * tileWidth) / cellWidth);
        int cellRow = (int) ((y - row * tileHeight) / cellHeight);
        int place = (tile * rows + cellRow) * columns + cellColumn;
        return cellColumn >= columns || cellRow >= rows || place >= values ? -1 : place;
    }
}
