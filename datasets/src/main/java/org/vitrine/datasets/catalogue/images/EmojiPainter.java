package org.vitrine.datasets.catalogue.images;

import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/**
 * Puts a drawing on a background in a random pose.
 *
 * @param size of the image in pixels
 * @param pose from 0, upright and in the middle, to 1: turned by up to 60 degrees, between half and the whole size of the image,
 *     anywhere in it, mirrored or not
 * @param background what is behind
 */
record EmojiPainter(int size, double pose, Background background) {
    /** What is behind the drawing. */
    enum Background {
        WHITE,
        PLAIN,
        GRADIENT,
        CLUTTER
    }

    private static final int BLOBS = 6;

    /** The image [3, size, size], values from 0 to 1. */
    Tensor paint(float[] drawing, Draw draw) {
        float[] image = background(draw);
        double scale = 1 - pose * draw.uniform(0.05, 0.5);
        double angle = pose * draw.uniform(-Math.PI / 3, Math.PI / 3);
        double room = 1 - scale;
        double x = 0.5 + pose * draw.uniform(-0.6, 0.6) * room;
        double y = 0.5 + pose * draw.uniform(-0.6, 0.6) * room;
        boolean mirrored = draw.uniform() < pose / 2;
        double cosine = StrictMath.cos(angle) / scale;
        double sine = StrictMath.sin(angle) / scale;
        int pixels = size * size;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double across = (column + 0.5) / size - x;
                double down = (row + 0.5) / size - y;
                double u = cosine * across + sine * down;
                double v = -sine * across + cosine * down;
                double fromX = ((mirrored ? -u : u) + 0.5) * EmojiSheet.TILE - 0.5;
                double fromY = (v + 0.5) * EmojiSheet.TILE - 0.5;
                float opacity = sample(drawing, 3, fromX, fromY);
                for (int channel = 0; channel < 3 && opacity > 0; channel++) {
                    int at = channel * pixels + row * size + column;
                    image[at] = Math.min(1, image[at] * (1 - opacity) + sample(drawing, channel, fromX, fromY));
                }
            }
        }
        return Tensor.of(image, 3, size, size);
    }

    /** Between the four pixels around; transparent outside. */
    private static float sample(float[] drawing, int channel, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double below = y - top;
        return (float) ((1 - below)
                        * ((1 - right) * pixel(drawing, channel, left, top)
                                + right * pixel(drawing, channel, left + 1, top))
                + below
                        * ((1 - right) * pixel(drawing, channel, left, top + 1)
                                + right * pixel(drawing, channel, left + 1, top + 1)));
    }

    private static float pixel(float[] drawing, int channel, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < EmojiSheet.TILE && y < EmojiSheet.TILE;
        return inside ? drawing[(channel * EmojiSheet.TILE + y) * EmojiSheet.TILE + x] : 0;
    }

    private float[] background(Draw draw) {
        float[] image = new float[3 * size * size];
        double[] first = colour(draw);
        double[] second = colour(draw);
        double angle = draw.uniform(0, 2 * Math.PI);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double along = 0.5
                        + ((column + 0.5) / size - 0.5) * StrictMath.cos(angle) * 0.7
                        + ((row + 0.5) / size - 0.5) * StrictMath.sin(angle) * 0.7;
                double mixed = background == Background.PLAIN ? 0 : along;
                for (int channel = 0; channel < 3; channel++) {
                    double level = first[channel] + mixed * (second[channel] - first[channel]);
                    image[(channel * size + row) * size + column] = background == Background.WHITE ? 1 : (float) level;
                }
            }
        }
        for (int blob = 0; blob < BLOBS && background == Background.CLUTTER; blob++) {
            addBlob(image, draw);
        }
        return image;
    }

    /** A soft spot of one colour. */
    private void addBlob(float[] image, Draw draw) {
        double[] colour = colour(draw);
        double x = draw.uniform();
        double y = draw.uniform();
        double radius = draw.uniform(0.08, 0.3);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double across = ((column + 0.5) / size - x) / radius;
                double down = ((row + 0.5) / size - y) / radius;
                double opacity = Math.max(0, Math.min(1, 2 * (1 - across * across - down * down)));
                for (int channel = 0; channel < 3; channel++) {
                    int at = (channel * size + row) * size + column;
                    image[at] += (float) (opacity * (colour[channel] - image[at]));
                }
            }
        }
    }

    private static double[] colour(Draw draw) {
        return new double[] {draw.uniform(), draw.uniform(), draw.uniform()};
    }
}
