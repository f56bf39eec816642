package org.vitrine.attribution.credibility;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;

/**
 * The parts of an input that can be taken away: pixels of an image with all their channels, time steps with all their features, or
 * columns. Padded steps are no places.
 */
final class Places {
    private final int[] shape;
    private final int all;
    private final int[] real;

    private Places(int[] shape, int all, int[] real) {
        this.shape = shape;
        this.all = all;
        this.real = real;
    }

    /** @param mask [time], or null */
    static Places of(int[] shape, @Nullable Tensor mask) {
        int all =
                switch (shape.length) {
                    case 1 -> shape[0];
                    case 2 -> shape[1];
                    case 3 -> shape[1] * shape[2];
                    default ->
                        throw new IllegalArgumentException("Explanations of inputs with the shape "
                                + Arrays.toString(shape) + " can not be judged: they are no vector, sequence or image");
                };
        return new Places(
                shape,
                all,
                IntStream.range(0, all)
                        .filter(place -> mask == null || mask.values()[place] != 0)
                        .toArray());
    }

    boolean isImage() {
        return shape.length == 3;
    }

    boolean isSequence() {
        return shape.length == 2;
    }

    int height() {
        return isImage() ? shape[1] : 1;
    }

    int width() {
        return shape[shape.length - 1];
    }

    /** All places, padded ones included. */
    int all() {
        return all;
    }

    /** The places that are not padded. */
    int[] real() {
        return real;
    }

    /** The values of the real places. */
    float[] real(float[] perPlace) {
        float[] chosen = new float[real.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = perPlace[real[i]];
        }
        return chosen;
    }

    /** A copy of {@code values} in which the first {@code count} of these places have the values of {@code other}. */
    float[] replaced(float[] values, float[] other, int[] places, int count) {
        float[] changed = values.clone();
        for (int i = 0; i < count; i++) {
            for (int at = places[i]; at < changed.length; at += all) {
                changed[at] = other[at];
            }
        }
        return changed;
    }

    /** Sums over the channels or features of each place. */
    float[] sums(float[] values) {
        float[] sums = new float[all];
        for (int i = 0; i < values.length; i++) {
            sums[i % all] += values[i];
        }
        return sums;
    }
}
