package org.vitrine.attribution.methods.surrogates;

import java.util.Arrays;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;

/**
 * Parts of an input that are there or not as a whole: superpixels of an image, steps or tokens of a sequence, columns of a table.
 * Places where the input equals the baseline belong to none, since nothing changes with them.
 *
 * @param ofPlace the segment of each place, -1 for none; the channels of a place lie behind one another
 */
record Segments(int[] inputShape, int[] ofPlace, int count) {
    /** Superpixels of an image; it has fewer pixels if each is one. */
    static final MethodOption.Whole OPTION = new MethodOption.Whole("segments", 2, 1000, 50);

    /** Longer sequences are cut into stretches of as many steps each. */
    private static final int MOST_STEPS = 512;

    static Segments of(Tensor input, float[] baseline, int wanted) {
        int[] shape = input.shape();
        int[] parts =
                switch (shape.length) {
                    case 1 -> stretches(shape[0], shape[0]);
                    case 2 -> stretches(shape[1], MOST_STEPS);
                    case 3 ->
                        shape[1] * shape[2] <= wanted
                                ? stretches(shape[1] * shape[2], shape[1] * shape[2])
                                : Superpixels.of(input, wanted);
                    default ->
                        throw new IllegalArgumentException(
                                "Segments are made of vectors, sequences and images, not of " + Arrays.toString(shape));
                };
        return withoutUnchanged(shape, parts, input.values(), baseline);
    }

    private static int[] stretches(int places, int most) {
        int count = Math.min(places, most);
        int[] parts = new int[places];
        for (int i = 0; i < places; i++) {
            parts[i] = (int) ((long) i * count / places);
        }
        return parts;
    }

    private static Segments withoutUnchanged(int[] shape, int[] parts, float[] input, float[] baseline) {
        int most = Arrays.stream(parts).max().orElse(-1) + 1;
        boolean[] changes = new boolean[most];
        for (int i = 0; i < input.length; i++) {
            changes[parts[i % parts.length]] |= input[i] != baseline[i];
        }
        int[] number = new int[most];
        int count = 0;
        for (int part = 0; part < most; part++) {
            number[part] = changes[part] ? count++ : -1;
        }
        return new Segments(
                shape, Arrays.stream(parts).map(part -> number[part]).toArray(), count);
    }

    /** The input with the segments that are missing replaced by the baseline. */
    float[] mixed(float[] input, float[] baseline, boolean[] present) {
        float[] values = baseline.clone();
        for (int i = 0; i < values.length; i++) {
            int segment = ofPlace[i % ofPlace.length];
            if (segment >= 0 && present[segment]) {
                values[i] = input[i];
            }
        }
        return values;
    }

    /** Values of segments, shared evenly by their places: [1, height, width], [1, time] or [size]. */
    Tensor spread(double[] values) {
        int[] sizes = new int[count];
        for (int segment : ofPlace) {
            if (segment >= 0) {
                sizes[segment]++;
            }
        }
        float[] relevance = new float[ofPlace.length];
        for (int place = 0; place < relevance.length; place++) {
            int segment = ofPlace[place];
            relevance[place] = segment < 0 ? 0 : (float) (values[segment] / sizes[segment]);
        }
        return switch (inputShape.length) {
            case 1 -> Tensor.of(relevance, inputShape[0]);
            case 2 -> Tensor.of(relevance, 1, inputShape[1]);
            default -> Tensor.of(relevance, 1, inputShape[1], inputShape[2]);
        };
    }
}
