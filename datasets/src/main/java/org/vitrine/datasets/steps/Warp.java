package org.vitrine.datasets.steps;

import org.vitrine.datasets.Tensor;

/**
 * Moves, turns and scales a picture about its middle. Pixels from beyond its edge are those at the edge.
 *
 * @param angle in radians, against the clock
 * @param scale above 1 makes things larger
 */
record Warp(double right, double down, double angle, double scale) {

    Tensor apply(Tensor picture) {
        int height = picture.shape()[1];
        int width = picture.shape()[2];
        double cos = StrictMath.cos(angle) / scale;
        double sin = StrictMath.sin(angle) / scale;
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        float[] warped = new float[picture.size()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - middleX - right;
                double dy = y - middleY - down;
                double fromX = middleX + cos * dx - sin * dy;
                double fromY = middleY + sin * dx + cos * dy;
                for (int channel = 0; channel < picture.shape()[0]; channel++) {
                    warped[(channel * height + y) * width + x] = at(picture, channel, fromX, fromY);
                }
            }
        }
        return new Tensor(picture.shape(), warped);
    }

    /** Between four pixels, linearly. */
    private static float at(Tensor picture, int channel, double x, double y) {
        int height = picture.shape()[1];
        int width = picture.shape()[2];
        double insideX = Math.max(0, Math.min(width - 1, x));
        double insideY = Math.max(0, Math.min(height - 1, y));
        int left = (int) Math.min(Math.max(0, width - 2), Math.floor(insideX));
        int top = (int) Math.min(Math.max(0, height - 2), Math.floor(insideY));
        int rightOf = Math.min(width - 1, left + 1);
        int below = Math.min(height - 1, top + 1);
        double shareX = insideX - left;
        double shareY = insideY - top;
        float[] values = picture.values();
        int plane = channel * height;
        double upper =
                (1 - shareX) * values[(plane + top) * width + left] + shareX * values[(plane + top) * width + rightOf];
        double lower = (1 - shareX) * values[(plane + below) * width + left]
                + shareX * values[(plane + below) * width + rightOf];
        return (float) ((1 - shareY) * upper + shareY * lower);
    }
}
