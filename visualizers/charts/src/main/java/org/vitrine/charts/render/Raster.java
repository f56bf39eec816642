package org.vitrine.charts.render;

import org.vitrine.datasets.Tensor;

/**
 * An example's pixels, [channels, height, width] row-major, one channel (grey) or three (RGB), with values from 0 (dark) to
 * 1; the values are shared, not copied.
 */
public record Raster(int channels, int height, int width, float[] values) {
    public Raster {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("An image has 1 or 3 channels, not " + channels);
        }
        if (height < 1 || width < 1 || values.length != channels * height * width) {
            throw new IllegalArgumentException("An image of " + channels + " x " + height + " x " + width
                    + " cannot have " + values.length + " values");
        }
    }

    /** From a tensor [height, width] or [channels, height, width]. */
    public static Raster of(Tensor tensor) {
        int[] shape = tensor.shape();
        if (shape.length == 2) {
            return new Raster(1, shape[0], shape[1], tensor.values());
        }
        if (shape.length == 3) {
            return new Raster(shape[0], shape[1], shape[2], tensor.values());
        }
        throw new IllegalArgumentException(tensor + " is no image: its shape must be [channels, height, width]");
    }

    /** Opaque ARGB of a pixel. */
    int argb(int row, int column) {
        int place = row * width + column;
        if (channels == 1) {
            return Argb.grey(level(values[place]));
        }
        int plane = height * width;
        return 0xFF000000
                | level(values[place]) << 16
                | level(values[place + plane]) << 8
                | level(values[place + 2 * plane]);
    }

    private static int level(float value) {
        return Float.isNaN(value) ? 0 : Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
