package org.vitrine.datasets.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A symmetric matrix that is mostly zero, row by row: columns in order, with their values.
 */
record SparseRows(int[][] columns, double[][] values) {

    /** Combines both directions of each pair; a direction that is missing counts as 0. */
    @FunctionalInterface
    interface Union {
        double of(double one, double other);
    }

    /** Makes weights from each point to its neighbours symmetric. */
    static SparseRows symmetric(int[][] neighbours, double[][] weights, Union union) {
        int n = neighbours.length;
        List<TreeMap<Integer, double[]>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(new TreeMap<>());
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < neighbours[i].length; k++) {
                int j = neighbours[i][k];
                rows.get(i).computeIfAbsent(j, any -> new double[2])[0] = weights[i][k];
                rows.get(j).computeIfAbsent(i, any -> new double[2])[1] = weights[i][k];
            }
        }
        int[][] columns = new int[n][];
        double[][] values = new double[n][];
        for (int i = 0; i < n; i++) {
            TreeMap<Integer, double[]> row = rows.get(i);
            columns[i] = new int[row.size()];
            values[i] = new double[row.size()];
            int place = 0;
            for (Map.Entry<Integer, double[]> entry : row.entrySet()) {
                columns[i][place] = entry.getKey();
                values[i][place++] = union.of(entry.getValue()[0], entry.getValue()[1]);
            }
        }
        return new SparseRows(columns, values);
    }

    int size() {
        return columns.length;
    }
}
