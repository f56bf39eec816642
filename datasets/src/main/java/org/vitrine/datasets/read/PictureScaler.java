package org.vitrine.datasets.read;

import java.util.Arrays;

/**
 * Scales a picture row by row, so that it never stands in memory as floats. The same pixels give the same bytes on every
 * machine.
 */
final class PictureScaler {
    /** The source of pixels. */
    @FunctionalInterface
    interface Rows {
        /** Row {@code y} as red, green and blue of each pixel, or only grey, from 0 to 255. */
        void read(int y, int[] into);
    }

    private final int channels;
    private final int width;
    private final int height;

    PictureScaler(int channels, int width, int height) {
        this.channels = channels;
        this.width = width;
        this.height = height;
    }

    /**
     * Scales.
     *
     * @param fromWidth pixels in a row
     * @param fromHeight number of rows
     * @param shrunk by how much the rows were shrunk before the placement was made
     */
    Picture scale(Rows rows, int fromWidth, int fromHeight, Placement placement, int shrunk) {
        AxisWeights across = new AxisWeights(
                fromWidth, placement.cutLeft() / shrunk, placement.cutWidth() / shrunk, placement.placedWidth());
        AxisWeights down = new AxisWeights(
                fromHeight, placement.cutTop() / shrunk, placement.cutHeight() / shrunk, placement.placedHeight());
        int values = placement.placedWidth() * channels;
        float[][] sums = new float[placement.placedHeight()][];
        byte[] picture = new byte[channels * width * height];
        int[] row = new int[fromWidth * channels];
        float[] scaled = new float[values];
        int next = 0;
        for (int y = down.first(0); y < fromHeight && next < down.outputs(); y++) {
            rows.read(y, row);
            across(row, across, scaled);
            for (int o = next; o < down.outputs() && down.first(o) <= y; o++) {
                float[] sum = sums[o] == null ? new float[values] : sums[o];
                sums[o] = sum;
                add(scaled, down.weights(o)[y - down.first(o)], sum);
                if (y - down.first(o) == down.weights(o).length - 1) {
                    write(sum, placement.top() + o, placement.left(), picture);
                    sums[o] = new float[0];
                    next = o + 1;
                }
            }
        }
        return new Picture(channels, height, width, picture);
    }

    private void across(int[] row, AxisWeights weights, float[] scaled) {
        Arrays.fill(scaled, 0);
        for (int o = 0; o < weights.outputs(); o++) {
            float[] shares = weights.weights(o);
            int at = weights.first(o) * channels;
            for (float share : shares) {
                for (int c = 0; c < channels; c++) {
                    scaled[o * channels + c] += share * row[at++];
                }
            }
        }
    }

    private static void add(float[] scaled, float weight, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * scaled[i];
        }
    }

    private void write(float[] sum, int y, int left, byte[] picture) {
        for (int i = 0; i < sum.length; i++) {
            int x = left + i / channels;
            int value = Math.round(sum[i]);
            picture[(i % channels * height + y) * width + x] = (byte) Math.max(0, Math.min(255, value));
        }
    }
}
