package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.RankedExample;

/**
 * Training examples that are looked through.
 *
 * @param indices in the training part, in ascending order
 */
record TrainingSample(Split part, int[] indices) {

    /**
     * Some examples, at even distances.
     *
     * @param wanted 0 means all
     */
    static TrainingSample of(Split part, int wanted) {
        int count = wanted <= 0 ? part.size() : Math.min(wanted, part.size());
        if (count == 0) {
            throw new IllegalArgumentException("The training part has no examples");
        }
        return new TrainingSample(
                part,
                IntStream.range(0, count)
                        .map(i -> (int) ((long) i * part.size() / count))
                        .toArray());
    }

    int size() {
        return indices.length;
    }

    /** All but one example: whatever is asked about itself is no news. */
    IntPredicate but(int index) {
        return place -> indices[place] != index;
    }

    List<RankedExample> ranked(List<Integer> places, double[] values) {
        return places.stream()
                .map(place -> new RankedExample(indices[place], values[place]))
                .toList();
    }

    /** Writes the index and the value of all, [examples, 2]. */
    void write(Path file, double[] values) throws IOException {
        float[] table = new float[2 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            table[2 * i] = indices[i];
            table[2 * i + 1] = (float) values[i];
        }
        Npy.write(file, Tensor.of(table, indices.length, 2));
    }
}
