package org.vitrine.app.data.preview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.preview.SpectrogramView;
import org.vitrine.charts.preview.Tile;

/** One example in a form that a person can look at. */
public sealed interface Shown {

    /** Pixels, with boxes where they are the target; the caption is the truth. */
    record Image(Tile tile) implements Shown {}

    /**
     * A waveform.
     *
     * @param bands its spectrogram; null if it is too short for one
     */
    record Sound(float[] samples, int rate, SpectrogramView.@Nullable Content bands, String truth) implements Shown {}

    /** The strength of frequencies over time. */
    record Bands(SpectrogramView.Content content, String truth) implements Shown {}

    /** A text as written. */
    record Writing(String text, String truth) implements Shown {}

    /**
     * A text in pieces.
     *
     * @param padding how many steps of nothing follow
     */
    record Pieces(List<String> tokens, int padding, String truth) implements Shown {
        public Pieces {
            tokens = List.copyOf(tokens);
        }
    }

    /** Columns with their values. */
    record Row(List<String> names, List<String> values, String truth) implements Shown {
        public Row {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }
    }

    /** Measurements over time, one array a column. */
    record Curves(List<String> names, List<float[]> values, String truth) implements Shown {
        public Curves {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }
    }

    /** The target in a few words; empty if there is none. */
    default String truthText() {
        if (this instanceof Image image) {
            return image.tile().caption();
        }
        if (this instanceof Sound sound) {
            return sound.truth();
        }
        if (this instanceof Bands bands) {
            return bands.truth();
        }
        if (this instanceof Writing writing) {
            return writing.truth();
        }
        if (this instanceof Pieces pieces) {
            return pieces.truth();
        }
        return this instanceof Row row ? row.truth() : ((Curves) this).truth();
    }
}
