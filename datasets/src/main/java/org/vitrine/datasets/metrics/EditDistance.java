package org.vitrine.datasets.metrics;

/** How many labels must be inserted, removed or replaced to make one row of labels into another (Levenshtein 1966). */
public final class EditDistance {
    private EditDistance() {}

    /** The least number of edits between two rows. */
    public static int between(int[] one, int[] other) {
        int[] row = new int[other.length + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length];
    }
}
