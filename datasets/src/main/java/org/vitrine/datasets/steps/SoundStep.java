package org.vitrine.datasets.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.Ready;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** A step that makes frames of numbers out of a sound. */
abstract class SoundStep implements Step {
    static final String BANDS = "bands";
    private static final String WINDOW = "window";
    private static final String HOP = "hop";
    private static final String AS = "as";
    private static final String IMAGE = "image";
    private final String id;

    SoundStep(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<DatasetOption> options() {
        List<DatasetOption> options = new ArrayList<>(List.of(
                DatasetOption.integer(BANDS, 40, 4, 256),
                DatasetOption.integer(WINDOW, 32, 4, 500),
                DatasetOption.integer(HOP, 16, 1, 500)));
        options.addAll(more());
        options.add(DatasetOption.choice(AS, IMAGE, List.of(IMAGE, "sequence")));
        return options;
    }

    List<DatasetOption> more() {
        return List.of();
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        return content instanceof Ready ready && ready.presentation() instanceof Presentation.Sound
                ? Optional.empty()
                : Optional.of("it takes sounds, not " + content.text() + ".");
    }

    static Frames frames(Stage before, Options options) throws DatasetException {
        Ready ready = (Ready) before.content();
        int rate = ((Presentation.Sound) ready.presentation()).rate();
        Frames frames = new Frames(
                rate,
                rate * options.integer(WINDOW) / 1000,
                Math.max(1, rate * options.integer(HOP) / 1000),
                options.integer(BANDS),
                options.text(AS).equals(IMAGE));
        if (Spectra.frames((int) ready.shape().size(), frames.window, frames.hop) == 0) {
            throw new DatasetException("The window of " + options.integer(WINDOW) + " ms is longer than the sounds, "
                    + 1000 * ready.shape().size() / rate + " ms. Make it shorter.");
        }
        return frames;
    }

    /**
     * How a sound is cut into frames.
     *
     * @param rate samples a second
     * @param window samples in a frame
     * @param hop samples from one frame to the next
     * @param image whether frames side by side are an image of one channel, or a sequence
     */
    public record Frames(int rate, int window, int hop, int bands, boolean image) {
        Content content(Content before, int height, String bandName) {
            int frames = Spectra.frames((int) ((Ready) before).shape().size(), window, hop);
            Shape shape = image ? new Image(1, height, frames) : new Sequence(height, frames);
            return new Ready(
                    shape, new Presentation.Spectrogram(bandName, (double) hop / rate, List.of(Scale.IDENTITY)));
        }

        Spectra spectra() {
            return new Spectra(rate, window, hop, bands);
        }

        /** @param rows the first is at the top */
        Tensor tensor(double[][] rows) {
            int frames = rows[0].length;
            float[] values = new float[rows.length * frames];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) rows[i / frames][i % frames];
            }
            return image ? Tensor.of(values, 1, rows.length, frames) : Tensor.of(values, rows.length, frames);
        }
    }
}
