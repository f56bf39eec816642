package org.vitrine.attribution.effects;

import org.vitrine.datasets.Split;

/** Which examples stand for a whole part of the data. */
public final class ChosenExamples {
    private ChosenExamples() {}

    /**
     * Examples at even distances, all where there are fewer.
     *
     * @throws IllegalArgumentException if there are none, in words
     */
    public static int[] of(Split part, int most) {
        int size = part.size();
        if (size == 0) {
            throw new IllegalArgumentException("There are no examples in this part of the data");
        }
        if (most < 1) {
            throw new IllegalArgumentException("At least 1 example is needed, not " + most);
        }
        int count = Math.min(size, most);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = (int) ((long) i * size / count);
        }
        return chosen;
    }
}
