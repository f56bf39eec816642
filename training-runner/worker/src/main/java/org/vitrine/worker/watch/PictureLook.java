package org.vitrine.worker.watch;

import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.RunException;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchWriter;
import org.vitrine.worker.network.EngineArrays;
import org.vitrine.worker.network.Network;

/** The filters of the first convolution, and the feature maps of pinned examples in the first and the last one. */
final class PictureLook {
    private static final int MOST_FILTERS = 64;
    private static final int MOST_MAPS = 16;
    private static final int LONGEST_SIDE = 64;
    private static final String WEIGHT = "W";

    private final WatchWriter writer;
    private final Network network;
    private final List<String> convolutions;
    private final List<String> shown;

    PictureLook(WatchWriter writer, Network network, Taps taps) {
        this.writer = writer;
        this.network = network;
        convolutions = taps.convolutions();
        shown = convolutions.size() <= 1
                ? convolutions
                : List.of(convolutions.get(0), convolutions.get(convolutions.size() - 1));
    }

    boolean isPossible() {
        return !convolutions.isEmpty();
    }

    /** Looks at the filters, and at the maps of these examples [n, ...]. */
    void look(int iteration, Tensor examples) throws RunException {
        String first = convolutions.get(0);
        Tensor filters =
                first(MOST_FILTERS, EngineArrays.tensor(network.getLayer(first).getParam(WEIGHT)));
        writer.write(new WatchRecord.Filters(iteration, first, writer.steps(filters.values(), filters.shape())));
        if (examples.rows() == 0) {
            return;
        }
        List<Tensor> taps = network.look(examples, null, shown).taps();
        for (int example = 0; example < examples.rows(); example++) {
            for (int i = 0; i < shown.size(); i++) {
                Tensor maps = smaller(first(MOST_MAPS, taps.get(i).row(example)));
                writer.write(new WatchRecord.Maps(
                        iteration, example, shown.get(i), writer.steps(maps.values(), maps.shape())));
            }
        }
    }

    private static Tensor first(int most, Tensor tensor) {
        int rows = Math.min(most, tensor.rows());
        int[] indices = new int[rows];
        java.util.Arrays.setAll(indices, i -> i);
        return rows == tensor.rows() ? tensor : tensor.rows(indices);
    }

    /** Every second, third... place of maps that are larger than anyone sees. */
    static Tensor smaller(Tensor maps) {
        int[] shape = maps.shape();
        int width = shape[shape.length - 1];
        int height = shape.length == 3 ? shape[1] : 1;
        int step = (Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE;
        if (step <= 1) {
            return maps;
        }
        int newWidth = (width + step - 1) / step;
        int newHeight = (height + step - 1) / step;
        float[] values = new float[shape[0] * newHeight * newWidth];
        int next = 0;
        for (int map = 0; map < shape[0]; map++) {
            for (int y = 0; y < height; y += step) {
                for (int x = 0; x < width; x += step) {
                    values[next++] = maps.values()[(map * height + y) * width + x];
                }
            }
        }
        return shape.length == 3
                ? Tensor.of(values, shape[0], newHeight, newWidth)
                : Tensor.of(values, shape[0], newWidth);
    }
}
