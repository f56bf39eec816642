package org.vitrine.datasets.read;

import org.vitrine.datasets.Tensor;

/**
 * A small picture of bytes.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param values [channels, height, width], 0 is black and 255 white
 */
public record Picture(int channels, int height, int width, byte[] values) {
    public Picture {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException("A picture of " + channels + " x " + height + " x " + width + " has not "
                    + values.length + " values");
        }
    }

    /** [channels, height, width] with values from 0 to 1. */
    public Tensor tensor() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (values[i] & 0xff) / 255f;
        }
        return Tensor.of(floats, channels, height, width);
    }

    /** Turned and mirrored as one of EXIF's eight orientations asks. */
    Picture upright(int orientation) {
        if (orientation <= 1) {
            return this;
        }
        boolean swapped = orientation >= 5;
        int newHeight = swapped ? width : height;
        int newWidth = swapped ? height : width;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        byte[] turned = new byte[values.length];
        int at = 0;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < newHeight; y++) {
                for (int x = 0; x < newWidth; x++) {
                    int row = swapped ? x : y;
                    int column = swapped ? y : x;
                    int fromRow = fromBottom ? height - 1 - row : row;
                    int fromColumn = fromRight ? width - 1 - column : column;
                    turned[at++] = values[(c * height + fromRow) * width + fromColumn];
                }
            }
        }
        return new Picture(channels, newHeight, newWidth, turned);
    }
}
