package org.vitrine.worker.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.maximisation.Place;
import org.vitrine.attribution.maximisation.Reading;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;

/** How much examples excite units. All units of a layer are read at once and kept for a while: who asks for one asks for others. */
final class UnitExamples {
    private static final int BATCH = 64;
    private static final int KEPT = 4;

    private final UnitModel model;
    private final Dataset data;
    private final Map<Key, double[][]> kept = new LinkedHashMap<>(8, 0.75f, true);

    private record Key(Part part, int count, String layer, Place place) {}

    UnitExamples(UnitModel model, Dataset data) {
        this.model = model;
        this.data = data;
    }

    /**
     * The unit's activation for the first examples of a part.
     *
     * @param most of so many examples
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    double[] of(Part part, int most, Reading reading, Progress progress) {
        int count = Math.min(most, data.part(part).size());
        Key key = new Key(part, count, reading.layer().id(), reading.place());
        double[][] found = kept.get(key);
        if (found == null) {
            found = read(data.part(part), count, reading, progress);
            kept.put(key, found);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        double[] activations = new double[count];
        for (int i = 0; i < count; i++) {
            activations[i] = found[i][reading.unit()];
        }
        return activations;
    }

    private double[][] read(Split split, int count, Reading reading, Progress progress) {
        UnitLayer layer = reading.layer();
        double[][] found = new double[count][layer.units()];
        for (int start = 0; start < count; start += BATCH) {
            progress.at((double) start / count);
            int[] indices = new int[Math.min(BATCH, count - start)];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = start + i;
            }
            Batch batch = split.batch(indices);
            Tensor left = model.activations(batch, layer);
            Tensor mask = batch.mask();
            for (int i = 0; i < indices.length; i++) {
                double[] values = doubles(left.row(i));
                float[] real = mask == null ? new float[0] : mask.row(i).values();
                for (int unit = 0; unit < layer.units(); unit++) {
                    found[start + i][unit] = new Reading(layer, unit, reading.place()).of(values, real);
                }
            }
        }
        return found;
    }

    private static double[] doubles(Tensor tensor) {
        double[] doubles = new double[tensor.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = tensor.values()[i];
        }
        return doubles;
    }
}
