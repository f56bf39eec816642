package org.vitrine.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;

class SoundReaderTest {
    @Test
    void everyCodingIsRead() throws DatasetException {
        assertThat(samples(1, 8, 3, b -> b.put((byte) 128).put((byte) 0).put((byte) 192)))
                .containsExactly(0, -1, 0.5f);
        assertThat(samples(1, 16, 2, b -> b.putShort((short) -32768).putShort((short) 16384)))
                .containsExactly(-1, 0.5f);
        assertThat(samples(1, 24, 2, b -> b.put(new byte[] {0, 0, (byte) 0x80, 0, 0, 0x20})))
                .containsExactly(-1, 0.25f);
        assertThat(samples(1, 32, 1, b -> b.putInt(1 << 30))).containsExactly(0.5f);
        assertThat(samples(3, 32, 2, b -> b.putFloat(0.3f).putFloat(7))).containsExactly(0.3f, 1);
        assertThat(samples(3, 64, 1, b -> b.putDouble(-0.25))).containsExactly(-0.25f);
    }

    /** Values of ITU-T G.191's tables. */
    @Test
    void lawsAreThoseOfTheStandard() {
        assertThat(WavReader.muLaw((byte) 0x00) * 32768).isEqualTo(-32124);
        assertThat(WavReader.muLaw((byte) 0x80) * 32768).isEqualTo(32124);
        assertThat(WavReader.muLaw((byte) 0xff)).isZero();
        assertThat(WavReader.muLaw((byte) 0x70) * 32768).isEqualTo(-120);
        assertThat(WavReader.aLaw((byte) 0xd5) * 32768).isEqualTo(8);
        assertThat(WavReader.aLaw((byte) 0x55) * 32768).isEqualTo(-8);
        assertThat(WavReader.aLaw((byte) 0xaa) * 32768).isEqualTo(32256);
        assertThat(WavReader.aLaw((byte) 0x2a) * 32768).isEqualTo(-32256);
    }

    @Test
    void channelsAreAveragedAndOtherPartsSkipped() throws DatasetException {
        byte[] plain = wav(1, 2, 8000, 16, 8, b -> b.putShort((short) 16384)
                .putShort((short) 0)
                .putShort((short) -16384)
                .putShort((short) -16384));
        Waveform sound = WavReader.read(plain, "a.wav", 0, 10);
        assertThat(sound).satisfies(s -> assertThat(s.samples()).containsExactly(0.25f, -0.5f));
        ByteBuffer listed = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        listed.put(plain, 0, 36).put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(3);
        listed.put(new byte[4]).put(plain, 36, plain.length - 36);
        assertThat(WavReader.read(listed.array(), "a.wav", 0, 10).samples()).containsExactly(0.25f, -0.5f);
    }

    @Test
    void tonesKeepTheirHeightAtAnotherRateAndTooHighOnesVanish() {
        for (int rate : new int[] {8000, 11025, 22050, 48000}) {
            Waveform low = Resampler.resample(tone(440, 44100, 1), rate);
            assertThat(low.samples().length).isBetween(rate - 1, rate);
            double worst = 0;
            for (int i = 200; i < rate - 200; i++) {
                worst = Math.max(worst, Math.abs(low.samples()[i] - 0.5 * Math.sin(2 * Math.PI * 440 * i / rate)));
            }
            assertThat(worst).as("rate " + rate).isLessThan(1e-3);
        }
        Waveform high = Resampler.resample(tone(5000, 44100, 1), 8000);
        double loudest = 0;
        for (int i = 200; i < 7800; i++) {
            loudest = Math.max(loudest, Math.abs(high.samples()[i]));
        }
        assertThat(20 * Math.log10(loudest / 0.5)).isLessThan(-60);
    }

    @Test
    void brokenSoundsAreNamed() {
        byte[] whole = wav(1, 1, 8000, 16, 100, b -> {});
        thrownBy(Arrays.copyOf(whole, 90)).hasMessageContaining("ends too early");
        thrownBy(new byte[40]).hasMessageContaining("not a WAV file");
        thrownBy(wav(85, 1, 8000, 16, 100, b -> {})).hasMessageContaining("format 85 with 16 bits");
        thrownBy(wav(1, 1, 8000, 12, 100, b -> {})).hasMessageContaining("12 bits");
        thrownBy(wav(1, 0, 8000, 16, 100, b -> {})).hasMessageContaining("0 channels");
        thrownBy(wav(1, 1, -1, 16, 100, b -> {})).hasMessageContaining("-1 samples a second");
        thrownBy(wav(3, 1, 8000, 32, 4, b -> b.putFloat(Float.NaN))).hasMessageContaining("sample 1 is no usable");
        thrownBy(wav(1, 1, 1000, 8, 11_000, b -> {})).hasMessageContaining("takes 11 seconds; at most 10");
        thrownBy(wav(1, 1, 1000, 8, 0, b -> {})).hasMessageContaining("holds no sound");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> thrownBy(byte[] bytes) {
        return assertThatThrownBy(() -> WavReader.read(bytes, "broken.wav", 0, 10))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("File broken.wav");
    }

    private static float[] samples(int format, int bits, int count, Consumer<ByteBuffer> fill) throws DatasetException {
        Waveform sound = WavReader.read(wav(format, 1, 8000, bits, count * bits / 8, fill), "a.wav", 0, 10);
        assertThat(sound.rate()).isEqualTo(8000);
        assertThat(sound.seconds()).isCloseTo(count / 8000.0, within(1e-9));
        return sound.samples();
    }

    private static Waveform tone(double hertz, int rate, int seconds) {
        float[] samples = new float[rate * seconds];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Waveform(rate, samples);
    }

    static byte[] wav(int format, int channels, int rate, int bits, int length, Consumer<ByteBuffer> fill) {
        ByteBuffer wav = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) format).putShort((short) channels).putInt(rate);
        wav.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        fill.accept(wav);
        return wav.array();
    }
}
