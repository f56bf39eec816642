package org.vitrine.charts.render;

import org.vitrine.datasets.Tensor;

/**
 * Relevance per pixel, [height, width] row-major.
 *
 * @param signed whether negative values mean "speaks against"
 */
public record Relevance(int height, int width, float[] values, boolean signed) {
    public Relevance {
        if (height < 1 || width < 1 || values.length != height * width) {
            throw new IllegalArgumentException(
                    "A map of " + height + " x " + width + " cannot have " + values.length + " values");
        }
    }

    /**
     * From a tensor [width] of a picture that is read column by column, [height, width] or [channels, height, width]. Signed channels are added, so that the sum of the map
     * stays the sum of the attribution; of unsigned ones each pixel takes the largest.
     */
    public static Relevance of(Tensor tensor, boolean signed) {
        int[] shape = tensor.shape();
        if (shape.length == 1) {
            return new Relevance(1, shape[0], tensor.values(), signed);
        }
        if (shape.length == 2) {
            return new Relevance(shape[0], shape[1], tensor.values(), signed);
        }
        if (shape.length != 3) {
            throw new IllegalArgumentException(tensor + " is no map: its shape must be [channels, height, width]");
        }
        int plane = shape[1] * shape[2];
        float[] merged = new float[plane];
        for (int i = 0; i < plane; i++) {
            float value = tensor.values()[i];
            for (int c = 1; c < shape[0]; c++) {
                float next = tensor.values()[c * plane + i];
                value = signed ? value + next : Math.max(value, next);
            }
            merged[i] = value;
        }
        return new Relevance(shape[1], shape[2], merged, signed);
    }

    /** The colour scale of this map alone. */
    public ColorScale scale() {
        return ColorScale.of(signed, values);
    }

    public float at(int row, int column) {
        return values[row * width + column];
    }

    /** The value at fractional coordinates, bilinear between the centres of pixels, flat beyond the outermost. */
    float between(double row, double column) {
        double y = Math.max(0, Math.min(height - 1, row));
        double x = Math.max(0, Math.min(width - 1, column));
        int top = (int) y;
        int left = (int) x;
        int bottom = Math.min(height - 1, top + 1);
        int right = Math.min(width - 1, left + 1);
        double above = at(top, left) + (x - left) * (at(top, right) - at(top, left));
        double below = at(bottom, left) + (x - left) * (at(bottom, right) - at(bottom, left));
        return (float) (above + (y - top) * (below - above));
    }
}
