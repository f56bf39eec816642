package org.vitrine.datasets;

import java.util.List;
import java.util.Optional;

/** How an input is shown to a person. */
public sealed interface Presentation {
    /** The input as an image [channels, height, width] with values from 0 to 1; empty if it is shown in another way. */
    default Optional<Tensor> image(Tensor input) {
        return Optional.empty();
    }

    /** Names of the columns of an input, where they have some. */
    default List<String> columnNames() {
        return List.of();
    }

    /**
     * An image, [channels, height, width], or columns of pixels, [height, width]; one channel is grey, three are RGB.
     *
     * @param scales give values from 0 to 1 back, one for each channel; empty where they are so already
     */
    record Picture(List<Scale> scales) implements Presentation {
        public Picture {
            scales = List.copyOf(scales);
        }

        /** Values from 0 to 1. */
        public Picture() {
            this(List.of());
        }

        @Override
        public Optional<Tensor> image(Tensor input) {
            int[] shape = input.shape();
            int[] image = shape.length == 2 ? new int[] {1, shape[0], shape[1]} : shape;
            if (scales.isEmpty()) {
                return Optional.of(input.reshape(image));
            }
            float[] values = input.values().clone();
            int pixels = image[1] * image[2];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        (float) Math.max(0, Math.min(1, scales.get(i / pixels).invert(values[i])));
            }
            return Optional.of(new Tensor(image, values));
        }
    }

    /** Token ids that the vocabulary turns back into text. */
    record Text(Vocabulary vocabulary) implements Presentation {}

    /** Columns; the scales give the raw numbers back. */
    record Table(List<String> columns, List<Scale> scales) implements Presentation {
        public Table {
            columns = List.copyOf(columns);
            scales = List.copyOf(scales);
        }

        @Override
        public List<String> columnNames() {
            return columns;
        }
    }

    /** Points in the plane, unscaled. */
    record Points(String xName, String yName) implements Presentation {
        @Override
        public List<String> columnNames() {
            return List.of(xName, yName);
        }
    }

    /**
     * A sound, [1, samples], with values from -1 to 1.
     *
     * @param rate samples a second
     */
    record Sound(int rate) implements Presentation {}

    /**
     * The strength of frequencies over time, as an image [1, bands, frames] or a sequence [bands, frames]; the highest band
     * comes first, so that it is at the top of the image.
     *
     * @param bands what a band is, such as {@code mel}
     * @param secondsPerFrame from one frame to the next
     * @param scales give the raw numbers back, one for all bands or one for each
     */
    record Spectrogram(String bands, double secondsPerFrame, List<Scale> scales) implements Presentation {
        public Spectrogram {
            scales = List.copyOf(scales);
        }

        /** The strongest value is white. */
        @Override
        public Optional<Tensor> image(Tensor input) {
            int[] shape = input.shape();
            int frames = shape[shape.length - 1];
            int height = shape[shape.length - 2];
            float[] values = input.values();
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (float value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            float span = most > least ? most - least : 1;
            float[] shown = new float[values.length];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = (values[i] - least) / span;
            }
            return Optional.of(Tensor.of(shown, 1, height, frames));
        }
    }

    /** Measurements over time, [columns, time]; the scales give the raw numbers back. */
    record Series(List<String> columns, List<Scale> scales) implements Presentation {
        public Series {
            columns = List.copyOf(columns);
            scales = List.copyOf(scales);
        }
    }

    /** A user and an item as two tokens. */
    record Pair(Vocabulary vocabulary) implements Presentation {}
}
