package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;

/** Mel-frequency cepstral coefficients (Davis and Mermelstein 1980): the orthonormal cosine transform of log powers. */
public final class Mfcc extends SoundStep {
    private static final String COEFFICIENTS = "coefficients";

    Mfcc() {
        super("mfcc");
    }

    @Override
    List<DatasetOption> more() {
        return List.of(DatasetOption.integer(COEFFICIENTS, 13, 2, 128));
    }

    @Override
    public FittedStep fit(Stage before, Options options) throws DatasetException {
        int coefficients = options.integer(COEFFICIENTS);
        if (coefficients > options.integer(BANDS)) {
            throw new DatasetException("The step mfcc can not make " + coefficients + " coefficients of "
                    + options.integer(BANDS) + " bands. Take more bands or fewer coefficients.");
        }
        return new Fitted(frames(before, options), coefficients);
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** How sounds are cut, and how many coefficients are kept. */
    public record Fitted(Frames frames, int coefficients) implements FittedStep {
        @Override
        public Content content(Content before) {
            return frames.content(before, coefficients, "mfcc");
        }

        @Override
        public Examples apply(Content content, Examples before) {
            Spectra spectra = frames.spectra();
            return before.map((example, draw) -> example.with(Value.Numbers.of(
                    change(spectra.logPower(example.numbers().tensor().values())))));
        }

        private Tensor change(double[][] powers) {
            int bands = powers.length;
            double[][] kept = new double[coefficients][powers[0].length];
            for (int k = 0; k < coefficients; k++) {
                double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
                for (int band = 0; band < bands; band++) {
                    double wave = scale * StrictMath.cos(Math.PI * k * (2 * band + 1) / (2.0 * bands));
                    for (int frame = 0; frame < kept[k].length; frame++) {
                        kept[k][frame] += wave * powers[band][frame];
                    }
                }
            }
            return frames.tensor(kept);
        }
    }
}
