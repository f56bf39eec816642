package org.vitrine.datasets.steps;

import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;

/** The logarithm of the power in mel bands over time. */
public final class Spectrogram extends SoundStep {
    Spectrogram() {
        super("spectrogram");
    }

    @Override
    public FittedStep fit(Stage before, Options options) throws DatasetException {
        return new Fitted(frames(before, options));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** How sounds are cut. */
    public record Fitted(Frames frames) implements FittedStep {
        @Override
        public Content content(Content before) {
            return frames.content(before, frames.bands(), "mel");
        }

        @Override
        public Examples apply(Content content, Examples before) {
            Spectra spectra = frames.spectra();
            return before.map((example, draw) -> example.with(Value.Numbers.of(
                    change(spectra.logPower(example.numbers().tensor().values())))));
        }

        private Tensor change(double[][] rows) {
            double[][] highestFirst = new double[rows.length][];
            for (int band = 0; band < rows.length; band++) {
                highestFirst[rows.length - 1 - band] = rows[band];
            }
            return frames.tensor(highestFirst);
        }
    }
}
