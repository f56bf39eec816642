package org.vitrine.datasets.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Inputs row by row, of which only what is not zero is kept. */
final class Rows {
    private final List<int[]> places = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();

    /** Adds a row; places may repeat, their values then add up. */
    void add(int[] where, float[] what) {
        places.add(where);
        values.add(what);
    }

    /** Adds a row of which all values are given. */
    void addDense(float[] all) {
        int count = 0;
        for (float value : all) {
            count += value == 0 ? 0 : 1;
        }
        int[] where = new int[count];
        float[] what = new float[count];
        int at = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                where[at] = i;
                what[at++] = all[i];
            }
        }
        add(where, what);
    }

    /** Adds a row with ones at these places. */
    void addOnes(int[] where) {
        float[] ones = new float[where.length];
        Arrays.fill(ones, 1);
        add(where, ones);
    }

    int size() {
        return places.size();
    }

    int[] places(int row) {
        return places.get(row);
    }

    float[] values(int row) {
        return values.get(row);
    }

    /** How many values are not zero, in all. */
    long entries() {
        return places.stream().mapToLong(row -> row.length).sum();
    }

    /** Root of the mean square of what is not zero, by which a network's inputs are divided. */
    double magnitude() {
        double squares = 0;
        for (float[] row : values) {
            for (float value : row) {
                squares += (double) value * value;
            }
        }
        return entries() == 0 || squares == 0 ? 1 : Math.sqrt(squares / entries());
    }

    void divide(double by) {
        for (float[] row : values) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= (float) by;
            }
        }
    }
}
