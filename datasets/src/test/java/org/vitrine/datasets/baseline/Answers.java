package org.vitrine.datasets.baseline;

/**
 * What is right, row by row.
 *
 * @param labels class indices of the groups, -1 where there is nothing to answer; empty for values
 * @param values to answer; empty for classes
 * @param width groups or values of a row
 */
record Answers(int[] labels, float[] values, int width) {
    static Answers of(int[] labels, int groups) {
        return new Answers(labels, new float[0], groups);
    }

    static Answers of(float[] values, int width) {
        return new Answers(new int[0], values, width);
    }

    int label(int row, int group) {
        return labels[row * width + group];
    }

    float value(int row, int k) {
        return values[row * width + k];
    }
}
