package org.vitrine.charts.preview;

import java.util.concurrent.atomic.AtomicReference;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** Plays waveforms on the machine's sound device, if it has one. All calls may block: not for the FX thread. */
public final class SoundPlayer {
    private static final int PIECE = 2048;

    private final AtomicReference<@Nullable Object> playing = new AtomicReference<>();

    /** Whether there is a device to play on. */
    public boolean isAvailable() {
        return AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, format(8000)));
    }

    /**
     * Plays a sound to its end, or until {@link #stop} or another one; returns then.
     *
     * @param samples from -1 to 1
     * @throws LineUnavailableException if there is no device, or another program has it
     */
    public void play(float[] samples, int rate) throws LineUnavailableException {
        Object me = new Object();
        playing.set(me);
        AudioFormat format = format(rate);
        DataLine.Info info = new DataLine.Info(SourceDataLine.class, format);
        if (!AudioSystem.isLineSupported(info)) {
            throw new LineUnavailableException("This machine has no sound device");
        }
        try (SourceDataLine line = (SourceDataLine) AudioSystem.getLine(info)) {
            line.open(format);
            line.start();
            byte[] bytes = bytes(samples);
            for (int from = 0; from < bytes.length && playing.get() == me; from += PIECE) {
                line.write(bytes, from, Math.min(PIECE, bytes.length - from));
            }
            if (playing.get() == me) {
                line.drain();
            }
        }
    }

    /** Falls silent. */
    public void stop() {
        playing.set(null);
    }

    /** Signed 16 bits, low byte first; louder than 1 is cut. */
    public static byte[] bytes(float[] samples) {
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            int level = Math.round(32767 * Math.max(-1, Math.min(1, samples[i])));
            bytes[2 * i] = (byte) level;
            bytes[2 * i + 1] = (byte) (level >> 8);
        }
        return bytes;
    }

    private static AudioFormat format(int rate) {
        return new AudioFormat(rate, 16, 1, true, false);
    }
}
