package org.vitrine.app.data.preview;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.preview.SpectrogramView;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.steps.Step;
import org.vitrine.datasets.steps.Steps;
import org.vitrine.graph.shape.Sequence;

/** Spectrograms of sounds, as the step of that name makes them. */
final class SoundBands {
    private SoundBands() {}

    /** The spectrogram of a waveform [1, samples]; null if it is too short for one. */
    static SpectrogramView.@Nullable Content of(Tensor sound, Presentation.Sound presentation) {
        Content content = new Content.Ready(new Sequence(1, sound.size()), presentation);
        Examples one = Examples.of(List.of(Example.of(Value.Numbers.of(sound))));
        try {
            Step step = Steps.byId("spectrogram");
            Stage after = new Stage(content, Targets.NONE, one, one, one)
                    .then(step.fit(
                            new Stage(content, Targets.NONE, one, one, one),
                            Options.of("Preview", step.options(), Map.of())));
            return after.content() instanceof Content.Ready ready
                            && ready.presentation() instanceof Presentation.Spectrogram bands
                    ? of(bands, after.train().example(0).numbers().tensor())
                    : null;
        } catch (DatasetException tooShort) {
            return null;
        }
    }

    /** Strengths [1, bands, frames] or [bands, frames], the highest band first. */
    static SpectrogramView.Content of(Presentation.Spectrogram spectrogram, Tensor tensor) {
        int[] shape = tensor.shape();
        int frames = shape[shape.length - 1];
        int rows = shape[shape.length - 2];
        float[] levels = new float[rows * frames];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(tensor.values(), (rows - 1 - row) * frames, levels, row * frames, frames);
        }
        return new SpectrogramView.Content(
                rows, frames, levels, frames * spectrogram.secondsPerFrame(), rows, spectrogram.bands());
    }
}
