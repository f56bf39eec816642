package org.vitrine.datasets.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

class SoundStepsTest {
    private static final int RATE = 8000;

    @Test
    void theTransformIsTheSumItsDefinitionSays() {
        double[] real = IntStream.range(0, 16).mapToDouble(i -> (i * 7) % 5 - 2).toArray();
        double[] given = real.clone();
        double[] imaginary = new double[16];
        Fourier.atLeast(16).transform(real, imaginary);
        for (int k = 0; k < 16; k++) {
            double cos = 0;
            double sin = 0;
            for (int n = 0; n < 16; n++) {
                cos += given[n] * Math.cos(2 * Math.PI * k * n / 16);
                sin -= given[n] * Math.sin(2 * Math.PI * k * n / 16);
            }
            assertThat(real[k]).isCloseTo(cos, within(1e-12));
            assertThat(imaginary[k]).isCloseTo(sin, within(1e-12));
        }
        assertThat(Fourier.atLeast(16).size()).isEqualTo(16);
        assertThat(Fourier.atLeast(17).size()).isEqualTo(32);
    }

    @Test
    void aToneIsBrightestInItsBand() throws DatasetException {
        for (double hertz : new double[] {300, 1000, 2500}) {
            Stage after = after(new Spectrogram(), Map.of("bands", "40"), tone(hertz, 0.5));
            Tensor picture = after.train().example(0).numbers().tensor();
            int frames = picture.shape()[2];
            int brightest = IntStream.range(0, 40)
                    .reduce((a, b) -> picture.values()[b * frames + 5] > picture.values()[a * frames + 5] ? b : a)
                    .orElseThrow();
            double expected = 39 - (Spectra.mel(hertz) / Spectra.mel(RATE / 2.0) * 41 - 1);
            assertThat(brightest).isCloseTo((int) Math.round(expected), within(1));
        }
    }

    @Test
    void twiceAsLoudAddsTheLogarithmOfFour() throws DatasetException {
        Tensor quiet = after(new Spectrogram(), Map.of(), tone(700, 0.25))
                .train()
                .example(0)
                .numbers()
                .tensor();
        Tensor loud = after(new Spectrogram(), Map.of(), tone(700, 0.5))
                .train()
                .example(0)
                .numbers()
                .tensor();
        int best = IntStream.range(0, quiet.size())
                .reduce((a, b) -> quiet.values()[b] > quiet.values()[a] ? b : a)
                .orElseThrow();
        assertThat(loud.values()[best] - quiet.values()[best]).isCloseTo((float) Math.log(4), within(1e-4f));
    }

    @Test
    void theCosineTransformKeepsTheEnergyAndTheMean() throws DatasetException {
        float[] sound = tone(440, 0.3);
        double[][] powers = new Spectra(RATE, 256, 128, 20).logPower(sound);
        Tensor mfcc = after(
                        new Mfcc(),
                        Map.of("bands", "20", "coefficients", "20", "window", "32", "hop", "16", "as", "sequence"),
                        sound)
                .train()
                .example(0)
                .numbers()
                .tensor();
        int frames = mfcc.shape()[1];
        double before = 0;
        double after = 0;
        double sum = 0;
        for (int band = 0; band < 20; band++) {
            before += powers[band][2] * powers[band][2];
            after += mfcc.values()[band * frames + 2] * mfcc.values()[band * frames + 2];
            sum += powers[band][2];
        }
        assertThat(after).isCloseTo(before, within(1e-3 * before));
        assertThat(mfcc.values()[2]).isCloseTo((float) (sum / Math.sqrt(20)), within(1e-3f));
    }

    @Test
    void framesAreAnImageOrASequenceOfTheSameNumbers() throws DatasetException {
        Stage image = after(new Spectrogram(), Map.of("as", "image"), tone(500, 0.5));
        Stage sequence = after(new Spectrogram(), Map.of("as", "sequence"), tone(500, 0.5));
        int frames = 1 + (RATE / 2 - 256) / 128;
        assertThat(((Content.Ready) image.content()).shape()).isEqualTo(new Image(1, 40, frames));
        assertThat(((Content.Ready) sequence.content()).shape()).isEqualTo(new Sequence(40, frames));
        assertThat(image.train().example(0).numbers().tensor().values())
                .isEqualTo(sequence.train().example(0).numbers().tensor().values());
    }

    @Test
    void aWindowLongerThanTheSoundIsRefusedWithBothLengths() {
        assertThatThrownBy(() -> after(new Spectrogram(), Map.of("window", "500"), new float[800]))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("500 ms")
                .hasMessageContaining("100 ms");
        assertThatThrownBy(() -> after(new Mfcc(), Map.of("bands", "8", "coefficients", "9"), new float[4000]))
                .hasMessageContaining("9 coefficients of 8 bands");
    }

    private static float[] tone(double hertz, double loudness) {
        float[] sound = new float[RATE / 2];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (loudness * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return sound;
    }

    private static Stage after(Step step, Map<String, String> options, float[] sound) throws DatasetException {
        Examples one = Examples.of(List.of(Example.of(Value.Numbers.of(Tensor.of(sound, 1, sound.length)))));
        Stage stage = new Stage(
                new Content.Ready(new Sequence(1, sound.length), new Presentation.Sound(RATE)),
                Targets.classes(List.of("a", "b")),
                one,
                one,
                one);
        assertThat(step.misfit(stage.content(), stage.targets())).isEmpty();
        return stage.then(step.fit(stage, Options.of("The step", step.options(), options)));
    }
}
