package org.vitrine.datasets.read;

/**
 * Where a picture of any size lands in one of the wanted size: x' = left + (x - cutLeft) * scaleX, and so for y. Boxes are
 * moved by the same numbers as pixels.
 *
 * @param cutLeft first column that is used
 * @param cutWidth how many columns are used
 * @param left first column that is written
 * @param placedWidth how many columns are written
 */
public record Placement(
        double cutLeft,
        double cutTop,
        double cutWidth,
        double cutHeight,
        int left,
        int top,
        int placedWidth,
        int placedHeight) {

    /** The placement of a picture of one size in another. */
    public static Placement of(int fromWidth, int fromHeight, int width, int height, Fit fit) {
        return switch (fit) {
            case STRETCH -> new Placement(0, 0, fromWidth, fromHeight, 0, 0, width, height);
            case CROP -> {
                double scale = Math.max((double) width / fromWidth, (double) height / fromHeight);
                double cutWidth = Math.min(fromWidth, width / scale);
                double cutHeight = Math.min(fromHeight, height / scale);
                yield new Placement(
                        (fromWidth - cutWidth) / 2,
                        (fromHeight - cutHeight) / 2,
                        cutWidth,
                        cutHeight,
                        0,
                        0,
                        width,
                        height);
            }
            case PAD -> {
                double scale = Math.min((double) width / fromWidth, (double) height / fromHeight);
                int placedWidth = (int) Math.max(1, Math.min(width, Math.round(fromWidth * scale)));
                int placedHeight = (int) Math.max(1, Math.min(height, Math.round(fromHeight * scale)));
                yield new Placement(
                        0,
                        0,
                        fromWidth,
                        fromHeight,
                        (width - placedWidth) / 2,
                        (height - placedHeight) / 2,
                        placedWidth,
                        placedHeight);
            }
        };
    }

    /** Where a column of the picture lands. */
    public double x(double x) {
        return left + (x - cutLeft) * placedWidth / cutWidth;
    }

    /** Where a row of the picture lands. */
    public double y(double y) {
        return top + (y - cutTop) * placedHeight / cutHeight;
    }
}
