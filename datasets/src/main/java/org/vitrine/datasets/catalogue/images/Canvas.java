package org.vitrine.datasets.catalogue.images;

import org.vitrine.datasets.random.Draw;

/** A square picture, [channels, side, side] with values from 0 to 1, on which shapes are painted with smooth edges. */
final class Canvas {
    private final int channels;
    private final int side;
    private final float[] pixels;

    Canvas(int channels, int side) {
        this.channels = channels;
        this.side = side;
        this.pixels = new float[channels * side * side];
    }

    float[] pixels() {
        return pixels;
    }

    /** Gives each pixel a colour. */
    void fill(Shade shade) {
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                blend(x, y, 1, shade.at(x + 0.5, y + 0.5));
            }
        }
    }

    /** Paints a shape over what is there, in one colour. */
    void paint(Field shape, double opacity, double... color) {
        paint(shape, opacity, (x, y) -> color);
    }

    /** Paints a shape over what is there; its edge is one pixel wide. */
    void paint(Field shape, double opacity, Shade shade) {
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double distance = shape.at(x + 0.5, y + 0.5);
                if (distance < 0.5) {
                    blend(x, y, opacity * Math.min(1, 0.5 - distance), shade.at(x + 0.5, y + 0.5));
                } else {
                    // Half the way is safe where distances are only nearly right.
                    x += (int) (distance / 2);
                }
            }
        }
    }

    /** Multiplies each pixel, as light does. */
    void times(Shade light) {
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double[] factors = light.at(x + 0.5, y + 0.5);
                for (int channel = 0; channel < channels; channel++) {
                    int place = (channel * side + y) * side + x;
                    pixels[place] = clamped(pixels[place] * factors[channel]);
                }
            }
        }
    }

    /** Makes pixels lighter or darker at random, by sums of three even numbers: nearly normal, and quick to draw. */
    void grain(double deviation, Draw draw) {
        for (int i = 0; i < pixels.length && deviation > 0; i++) {
            pixels[i] = clamped(pixels[i] + deviation * (2 * (draw.uniform() + draw.uniform() + draw.uniform()) - 3));
        }
    }

    private void blend(int x, int y, double opacity, double[] color) {
        for (int channel = 0; channel < channels; channel++) {
            int place = (channel * side + y) * side + x;
            pixels[place] = clamped((1 - opacity) * pixels[place] + opacity * color[channel]);
        }
    }

    private static float clamped(double value) {
        return (float) Math.max(0, Math.min(1, value));
    }

    /** The colour at a point: a number for each channel. */
    @FunctionalInterface
    interface Shade {
        double[] at(double x, double y);
    }
}
