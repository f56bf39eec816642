package org.vitrine.worker.watch;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.runs.RunException;
import org.vitrine.runs.watch.Block;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchRecord.Spread;
import org.vitrine.runs.watch.WatchWriter;
import org.vitrine.worker.network.TrainedLayer;

/** Norms of gradients, updates and weights by layer, and how the values are spread. */
final class LayerLook {
    /** Enough for 48 bins. */
    private static final int SAMPLES = 8192;

    private final WatchWriter writer;
    private final List<TrainedLayer> layers;
    private List<Double> gradientNorms = List.of();
    private List<Double> updateNorms = List.of();
    private List<Histogram> gradients = List.of();

    LayerLook(WatchWriter writer, List<TrainedLayer> layers) {
        this.writer = writer;
        this.layers = layers;
    }

    List<WatchRecord.Layer> layers() {
        return layers.stream()
                .map(layer -> new WatchRecord.Layer(layer.vertex(), layer.parameters()))
                .toList();
    }

    void gradientNorms() {
        gradientNorms = layers.stream().map(TrainedLayer::gradientNorm).toList();
    }

    void gradientHistograms() {
        gradients = layers.stream()
                .map(layer -> Histogram.of(layer.someGradients(SAMPLES)))
                .toList();
    }

    void updateNorms() {
        updateNorms = layers.stream().map(TrainedLayer::gradientNorm).toList();
    }

    void writeNorms(int iteration) throws RunException {
        if (updateNorms.size() == layers.size()) {
            List<Double> weights = layers.stream().map(TrainedLayer::weightNorm).toList();
            writer.write(new WatchRecord.Norms(iteration, gradientNorms, updateNorms, weights));
        }
    }

    void writeHistograms(int iteration) throws RunException {
        write(
                writer,
                iteration,
                Spread.WEIGHT,
                layers.stream()
                        .map(layer -> Histogram.of(layer.someWeights(SAMPLES)))
                        .toList());
        write(writer, iteration, Spread.GRADIENT, gradients);
    }

    static void write(WatchWriter writer, int iteration, Spread spread, List<Histogram> histograms)
            throws RunException {
        if (histograms.isEmpty()) {
            return;
        }
        float[] counts = new float[histograms.size() * Histogram.BINS];
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int i = 0; i < histograms.size(); i++) {
            Histogram histogram = histograms.get(i);
            System.arraycopy(histogram.shares(), 0, counts, i * Histogram.BINS, Histogram.BINS);
            low.add(histogram.low());
            high.add(histogram.high());
        }
        Block block = writer.floats(counts, histograms.size(), Histogram.BINS);
        writer.write(new WatchRecord.Histograms(iteration, spread, low, high, block));
    }
}
