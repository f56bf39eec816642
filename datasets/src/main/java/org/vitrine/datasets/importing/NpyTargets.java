package org.vitrine.datasets.importing;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetException;

/**
 * The targets of an array's examples.
 *
 * @param values by example: class index, or the values themselves
 * @param classes class names in order; empty for values
 */
record NpyTargets(float[][] values, List<String> classes) {
    private static final int MOST_VALUES = 50_000_000;
    private static final int MOST_CLASSES = 1000;
    private static final int MOST_AUTOMATIC_CLASSES = 100;

    /**
     * Reads targets.
     *
     * @param task {@code classification}, {@code regression} or {@code auto}: few different whole numbers are classes
     */
    static NpyTargets of(NpyArray array, int examples, String task) throws DatasetException {
        float[][] rows = array.read(stream -> {
            int[] shape = stream.shape();
            int rank = shape.length;
            if (rank < 1 || rank > 2 || shape[0] != examples || stream.size() > MOST_VALUES || stream.size() == 0) {
                throw new DatasetException("Array " + array.name() + " has the shape " + Arrays.toString(shape)
                        + "; targets of " + examples + " examples are needed: [" + examples + "] or [" + examples
                        + ", values].");
            }
            float[][] read = new float[shape[0]][stream.size() / shape[0]];
            for (float[] row : read) {
                stream.read(row);
            }
            stream.checkEnd();
            return read;
        });
        for (int i = 0; i < rows.length; i++) {
            for (float value : rows[i]) {
                if (!Float.isFinite(value)) {
                    throw new DatasetException(
                            "Array " + array.name() + ", example " + (i + 1) + ": the target is " + value + ".");
                }
            }
        }
        float[][] classes = rows[0].length > 1 && isOneHot(rows) ? indices(rows) : rows;
        boolean whole = classes[0].length == 1 && isWhole(classes);
        TreeSet<Float> different = new TreeSet<>();
        for (int i = 0; i < classes.length && whole && different.size() <= MOST_CLASSES; i++) {
            different.add(classes[i][0]);
        }
        boolean wanted = task.equals("classification")
                || (task.equals("auto") && whole && different.size() <= MOST_AUTOMATIC_CLASSES);
        if (!wanted) {
            return new NpyTargets(rows, List.of());
        }
        if (!whole || different.size() < 2 || different.size() > MOST_CLASSES) {
            throw new DatasetException(
                    "Array " + array.name() + " holds " + (whole ? different.size() : "no") + " classes; 2 to "
                            + MOST_CLASSES + " different whole numbers, or rows with a single 1, are needed.");
        }
        List<Float> order = List.copyOf(different);
        return new NpyTargets(
                Arrays.stream(classes)
                        .map(row -> new float[] {java.util.Collections.binarySearch(order, row[0])})
                        .toArray(float[][]::new),
                order.stream().map(value -> Long.toString(value.longValue())).toList());
    }

    private static boolean isWhole(float[][] rows) {
        return Arrays.stream(rows).allMatch(row -> row[0] == Math.rint(row[0]) && Math.abs(row[0]) < 1e6);
    }

    private static boolean isOneHot(float[][] rows) {
        return Arrays.stream(rows)
                .allMatch(row ->
                        IntStream.range(0, row.length).filter(i -> row[i] == 1).count() == 1
                                && IntStream.range(0, row.length)
                                                .filter(i -> row[i] == 0)
                                                .count()
                                        == row.length - 1);
    }

    private static float[][] indices(float[][] rows) {
        return Arrays.stream(rows)
                .map(row -> new float[] {
                    IntStream.range(0, row.length)
                            .filter(i -> row[i] == 1)
                            .findFirst()
                            .orElse(0)
                })
                .toArray(float[][]::new);
    }
}
