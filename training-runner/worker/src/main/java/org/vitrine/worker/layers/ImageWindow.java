package org.vitrine.worker.layers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vitrine.worker.kernels.Convolution;

/**
 * A square window that slides over the rows and columns of images.
 *
 * @param kernel rows and columns under the window
 * @param stride distance of two windows
 * @param dilation distance of the cells under the window
 * @param same whether padding gives one output for each {@code stride} cells, less of it before than after if it is odd;
 *     otherwise windows stay inside the image
 */
record ImageWindow(int kernel, int stride, int dilation, boolean same) {

    /** Outputs along an axis of {@code size} cells. */
    long windows(long size) {
        return same ? (size + stride - 1) / stride : (size - reach()) / stride + 1;
    }

    /** Cells from the first to the last under the window. */
    private long reach() {
        return (long) dilation * (kernel - 1) + 1;
    }

    private long padding(long size) {
        return same ? Math.max(0, (windows(size) - 1) * stride + reach() - size) : 0;
    }

    /**
     * Sizes for one batch.
     *
     * @param x n, channels, height, width
     * @param weights shape of the weights
     */
    Convolution.Geometry geometry(long[] x, long filters, long... weights) {
        long rows = padding(x[2]);
        long columns = padding(x[3]);
        return new Convolution.Geometry(
                x,
                weights,
                new long[] {x[0], filters, windows(x[2]), windows(x[3])},
                new long[] {stride, stride},
                new long[] {dilation, dilation},
                new long[] {rows / 2, columns / 2},
                new long[] {rows - rows / 2, columns - columns / 2});
    }

    /** Arguments of ND4J's operations: kernel, stride, padding and dilation for rows and columns, the mode, and more. */
    int[] arguments(int... more) {
        int[] first = {kernel, kernel, stride, stride, 0, 0, dilation, dilation, same ? 1 : 0};
        return IntStream.concat(Arrays.stream(first), Arrays.stream(more)).toArray();
    }
}
