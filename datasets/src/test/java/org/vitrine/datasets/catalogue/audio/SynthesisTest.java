package org.vitrine.datasets.catalogue.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vitrine.datasets.random.Draw;

class SynthesisTest {

    @Test
    void squaresHaveOddOvertonesOnlyAndSawteethAll() {
        for (int i = 0; i < 10; i++) {
            // The pitch is drawn first, over three octaves from 110 Hz.
            double pitch = 110 * Math.pow(8, Draw.forExample(1, i).uniform());
            float[] square = Tones.clip(2, 0, Draw.forExample(1, i));
            float[] sawtooth = Tones.clip(3, 0, Draw.forExample(1, i));
            assertThat(strength(square, 2 * pitch) / strength(square, pitch)).isLessThan(0.1);
            assertThat(strength(sawtooth, 2 * pitch) / strength(sawtooth, pitch))
                    .isCloseTo(0.5, within(0.12));
        }
    }

    @Test
    void vowelsSoundStrongestNearTheirResonances() {
        // "heed" has its second resonance above 2,000 Hz, "who'd" below 1,200 Hz.
        double heed = 0;
        double whod = 0;
        for (int i = 0; i < 20; i++) {
            heed += share(Vowels.clip(0, 0, 0, Draw.forExample(2, i)));
            whod += share(Vowels.clip(7, 0, 0, Draw.forExample(2, i)));
        }
        assertThat(heed / 20).isGreaterThan(0.1);
        assertThat(whod / 20).isLessThan(0.02);
    }

    @Test
    void samplesStayWithinOneAndNoiseHasItsDeviation() {
        float[] clip = Clip.of(new double[] {0}, 0.1, new Draw(3));
        double squares = 0;
        for (float sample : clip) {
            assertThat(sample).isBetween(-1f, 1f);
            squares += sample * sample;
        }
        assertThat(Math.sqrt(squares / clip.length)).isCloseTo(0.1, within(0.005));
    }

    /** The share of the energy between 1,900 and 3,900 Hz. */
    private static double share(float[] clip) {
        double high = 0;
        double all = 0;
        for (int hertz = 50; hertz < 3900; hertz += 10) {
            double energy = strength(clip, hertz);
            all += energy * energy;
            high += hertz > 1900 ? energy * energy : 0;
        }
        return high / all;
    }

    /** The amplitude at a frequency. */
    private static double strength(float[] clip, double hertz) {
        double real = 0;
        double imaginary = 0;
        for (int t = 0; t < clip.length; t++) {
            real += clip[t] * Math.cos(2 * Math.PI * hertz * t / Clip.RATE);
            imaginary += clip[t] * Math.sin(2 * Math.PI * hertz * t / Clip.RATE);
        }
        return Math.sqrt(real * real + imaginary * imaginary) / clip.length;
    }
}
