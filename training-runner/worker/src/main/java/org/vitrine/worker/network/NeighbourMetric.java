package org.vitrine.worker.network;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.metrics.Neighbours;

/** Share of examples whose nearest neighbour in the whole part is of their class, by embeddings scaled to length 1. */
final class NeighbourMetric implements WholeMetric {
    private final int units;
    private final List<double[]> embeddings = new ArrayList<>();
    private final List<float[]> classes = new ArrayList<>();

    NeighbourMetric(int units) {
        this.units = units;
    }

    @Override
    public void take(double[] outputs, Batch batch) {
        embeddings.add(TripletObjective.normalized(outputs, units));
        classes.add(batch.targets().values());
    }

    @Override
    public double value() {
        double[] all =
                embeddings.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        int[] types = new int[all.length / units];
        int next = 0;
        for (float[] part : classes) {
            for (float type : part) {
                types[next++] = (int) type;
            }
        }
        return Neighbours.of(all, types).accuracy();
    }
}
