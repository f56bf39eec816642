package org.vitrine.app.data.draw;

import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** Records one second at 8,000 samples a second, as the shipped keywords have it. All calls block: not for the FX thread. */
final class Microphone {
    static final int RATE = 8000;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

    /** Whether there is one. */
    boolean isAvailable() {
        return AudioSystem.isLineSupported(new DataLine.Info(TargetDataLine.class, FORMAT));
    }

    /**
     * Records one second.
     *
     * @throws LineUnavailableException if there is no microphone, or another program has it
     */
    float[] record() throws LineUnavailableException {
        DataLine.Info info = new DataLine.Info(TargetDataLine.class, FORMAT);
        if (!AudioSystem.isLineSupported(info)) {
            throw new LineUnavailableException("This machine has no microphone");
        }
        try (TargetDataLine line = (TargetDataLine) AudioSystem.getLine(info)) {
            line.open(FORMAT);
            line.start();
            byte[] bytes = new byte[2 * RATE];
            int got = 0;
            while (got < bytes.length && !Thread.currentThread().isInterrupted()) {
                int read = line.read(bytes, got, Math.min(1600, bytes.length - got));
                if (read <= 0) {
                    break;
                }
                got += read;
            }
            return samples(Arrays.copyOf(bytes, got));
        }
    }

    static float[] samples(byte[] bytes) {
        float[] samples = new float[bytes.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8)) / 32768f;
        }
        return samples;
    }
}
