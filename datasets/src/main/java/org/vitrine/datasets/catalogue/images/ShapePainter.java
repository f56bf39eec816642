package org.vitrine.datasets.catalogue.images;

import java.util.List;
import org.vitrine.datasets.random.Draw;

/** Paints one image of shapes, [3, side, side] with values from 0 to 1, and writes down their boxes. */
final class ShapePainter {
    static final int SIDE = 64;
    static final List<String> CLASSES = List.of("disc", "square", "triangle", "cross", "ring");

    private static final int LEAST_SIZE = 7;
    private static final int MOST_SIZE = 13;
    private static final int TRIES = 40;
    private static final double LEAST_CONTRAST = 0.35;

    private final Draw draw;
    private final float[] pixels;
    private final int start;
    private final boolean[] painted = new boolean[SIDE * SIDE];

    /** For the image whose values begin at {@code start}. */
    ShapePainter(Draw draw, float[] pixels, int start) {
        this.draw = draw;
        this.pixels = pixels;
        this.start = start;
    }

    /** Paints 1 to {@code most} shapes that do not touch; each writes five numbers from {@code box} on. */
    void paint(int most, double noise, float[] boxes, int box) {
        double[] low = {draw.uniform(), draw.uniform(), draw.uniform()};
        double[] high = {draw.uniform(), draw.uniform(), draw.uniform()};
        double angle = draw.uniform(0, 2 * Math.PI);
        background(low, high, angle);
        int count = 1 + draw.below(most);
        int next = box;
        for (int i = 0; i < count; i++) {
            if (shape(low, high, boxes, next)) {
                next += 5;
            }
        }
        if (noise > 0) {
            grain(noise);
        }
    }

    /** Makes pixels lighter or darker at random. */
    private void grain(double noise) {
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            double change = noise * draw.gaussian();
            for (int channel = 0; channel < 3; channel++) {
                int place = start + channel * SIDE * SIDE + pixel;
                pixels[place] = (float) Math.max(0, Math.min(1, pixels[place] + change));
            }
        }
    }

    private void background(double[] low, double[] high, double angle) {
        double across = StrictMath.cos(angle);
        double down = StrictMath.sin(angle);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double along = ((x - SIDE / 2.0) * across + (y - SIDE / 2.0) * down) / SIDE;
                double share = Math.max(0, Math.min(1, along + 0.5));
                for (int channel = 0; channel < 3; channel++) {
                    set(channel, x, y, (1 - share) * low[channel] + share * high[channel]);
                }
            }
        }
    }

    private void set(int channel, int x, int y, double value) {
        pixels[start + (channel * SIDE + y) * SIDE + x] = (float) value;
    }

    /** Paints one shape where there is room; false if there is none. */
    private boolean shape(double[] low, double[] high, float[] boxes, int box) {
        int type = draw.below(CLASSES.size());
        double[] color = color(low, high);
        double turn = draw.uniform(-0.4, 0.4);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double size = draw.uniform(LEAST_SIZE, MOST_SIZE);
            double x = draw.uniform(size + 1, SIDE - size - 1);
            double y = draw.uniform(size + 1, SIDE - size - 1);
            if (isFree(x, y, size + 2)) {
                fill(type, x, y, size, turn, color, boxes, box);
                return true;
            }
        }
        return false;
    }

    /** A colour that stands out from both ends of the background. */
    private double[] color(double[] low, double[] high) {
        double[] color = {draw.uniform(), draw.uniform(), draw.uniform()};
        for (int attempt = 0;
                attempt < TRIES && Math.min(distance(color, low), distance(color, high)) < LEAST_CONTRAST;
                attempt++) {
            color = new double[] {draw.uniform(), draw.uniform(), draw.uniform()};
        }
        return color;
    }

    private static double distance(double[] one, double[] other) {
        double most = 0;
        for (int i = 0; i < 3; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    private boolean isFree(double x, double y, double reach) {
        for (int row = (int) Math.max(0, y - reach); row <= Math.min(SIDE - 1, y + reach); row++) {
            for (int column = (int) Math.max(0, x - reach); column <= Math.min(SIDE - 1, x + reach); column++) {
                if (painted[row * SIDE + column]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void fill(int type, double x, double y, double size, double turn, double[] color, float[] boxes, int box) {
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        int left = SIDE;
        int right = -1;
        int top = SIDE;
        int bottom = -1;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double dx = (column + 0.5 - x) / size;
                double dy = (row + 0.5 - y) / size;
                if (isInside(type, cos * dx + sin * dy, cos * dy - sin * dx)) {
                    painted[row * SIDE + column] = true;
                    for (int channel = 0; channel < 3; channel++) {
                        set(channel, column, row, color[channel]);
                    }
                    left = Math.min(left, column);
                    right = Math.max(right, column);
                    top = Math.min(top, row);
                    bottom = Math.max(bottom, row);
                }
            }
        }
        boxes[box] = type;
        boxes[box + 1] = (left + right + 1) / (2f * SIDE);
        boxes[box + 2] = (top + bottom + 1) / (2f * SIDE);
        boxes[box + 3] = (right - left + 1f) / SIDE;
        boxes[box + 4] = (bottom - top + 1f) / SIDE;
    }

    /** Whether a point belongs to the shape; shapes reach at most to radius 1. */
    private static boolean isInside(int type, double x, double y) {
        double square = x * x + y * y;
        return switch (type) {
            case 0 -> square <= 0.8;
            case 1 -> Math.max(Math.abs(x), Math.abs(y)) <= 0.68;
            case 2 -> y <= 0.5 && y >= -0.95 + 1.9 * Math.abs(x);
            case 3 -> Math.min(Math.abs(x), Math.abs(y)) <= 0.24 && Math.max(Math.abs(x), Math.abs(y)) <= 0.9;
            default -> square <= 0.85 && square >= 0.3;
        };
    }
}
