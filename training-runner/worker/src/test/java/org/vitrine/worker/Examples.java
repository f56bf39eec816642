package org.vitrine.worker;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;

/** Data sets of the catalogue, whole and cut down. */
public final class Examples {
    private Examples() {}

    public static Dataset load(String id, Map<String, String> options) {
        try {
            return DatasetCatalogue.builtIn().load(new DataReference(id, options));
        } catch (DatasetException e) {
            throw new AssertionError(e);
        }
    }

    /** The first so many examples of each part. */
    public static Dataset first(int train, int others, Dataset data) {
        return Dataset.of(
                data.descriptor(),
                data.spec(),
                data.presentation(),
                data.targetNames(),
                data.targetScales(),
                first(train, data.train()),
                first(others, data.validation()),
                first(others, data.test()));
    }

    private static Split first(int count, Split split) {
        Batch batch =
                split.batch(IntStream.range(0, Math.min(count, split.size())).toArray());
        return new MemorySplit(batch.inputs(), batch.targets(), batch.mask());
    }

    /** Examples from {@code from} on. */
    public static Batch range(Split split, int from, int count) {
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> from + i);
        return split.batch(indices);
    }
}
