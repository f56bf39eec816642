package org.vitrine.datasets.catalogue.audio;

import java.util.List;
import org.vitrine.datasets.random.Draw;

/** Notes of different sources over three octaves: what tells them apart are the overtones and how they fade. */
final class Tones {
    static final List<String> SOURCES = List.of("sine", "triangle", "square", "sawtooth", "plucked string", "bell");

    /** Overtones end here: below half the sampling rate. */
    private static final double HIGHEST = 3800;
    /** Partials of a bell by frequency, strength and how many times faster than the lowest they fade. */
    private static final double[][] BELL = {
        {0.5, 0.6, 1}, {1, 1, 1.3}, {1.2, 0.7, 1.8}, {1.5, 0.4, 2}, {2, 0.8, 2.4}, {2.74, 0.4, 3.5}, {3.76, 0.3, 5}
    };

    private Tones() {}

    /** @param source index into {@link #SOURCES} */
    static float[] clip(int source, double noise, Draw draw) {
        double pitch = 110 * StrictMath.exp(draw.uniform(0, StrictMath.log(8)));
        double[] sound = new double[(int) (draw.uniform(0.25, 0.48) * Clip.RATE)];
        switch (source) {
            case 0 -> partial(sound, pitch, 1, 0, draw);
            case 1 -> overtones(sound, pitch, 2, 2, draw);
            case 2 -> overtones(sound, pitch, 2, 1, draw);
            case 3 -> overtones(sound, pitch, 1, 1, draw);
            case 4 -> pluck(sound, pitch, draw);
            default -> bell(sound, pitch, draw);
        }
        Clip.fade(sound, source > 3 ? 0.002 : draw.uniform(0.01, 0.05), 0.03);
        return Clip.of(sound, noise, draw);
    }

    /** Every {@code step}th overtone, falling off by a power of its number. */
    private static void overtones(double[] sound, double pitch, int step, int power, Draw draw) {
        double phase = draw.uniform(0, 1);
        for (int n = 1; n * pitch < HIGHEST; n += step) {
            double size = power == 1 ? 1.0 / n : 1.0 / ((double) n * n);
            add(sound, n * pitch, size, 0, 2 * Math.PI * n * phase);
        }
    }

    private static void bell(double[] sound, double pitch, Draw draw) {
        double fading = draw.uniform(3, 7);
        for (double[] partial : BELL) {
            partial(sound, pitch * partial[0], partial[1], fading * partial[2], draw);
        }
    }

    private static void partial(double[] sound, double frequency, double size, double fading, Draw draw) {
        double phase = draw.uniform(0, 2 * Math.PI);
        if (frequency < HIGHEST) {
            add(sound, frequency, size, fading, phase);
        }
    }

    /** Adds a wave by turning a vector from sample to sample; fading is how often it falls to 1/e in a second. */
    private static void add(double[] sound, double frequency, double size, double fading, double phase) {
        double shrink = StrictMath.exp(-fading / Clip.RATE);
        double angle = 2 * Math.PI * frequency / Clip.RATE;
        double cos = shrink * StrictMath.cos(angle);
        double sin = shrink * StrictMath.sin(angle);
        double x = size * StrictMath.cos(phase);
        double y = size * StrictMath.sin(phase);
        for (int t = 0; t < sound.length; t++) {
            sound[t] += y;
            double turned = cos * x - sin * y;
            y = sin * x + cos * y;
            x = turned;
        }
    }

    /** Karplus and Strong 1983: a burst of noise that goes round in a line and is smoothed each time. */
    private static void pluck(double[] sound, double pitch, Draw draw) {
        double[] line = new double[(int) Math.max(2, Clip.RATE / pitch)];
        for (int i = 0; i < line.length; i++) {
            line[i] = draw.uniform(-1, 1);
        }
        double loss = draw.uniform(0.985, 0.998);
        for (int t = 0; t < sound.length; t++) {
            int place = t % line.length;
            sound[t] = line[place];
            line[place] = loss * 0.5 * (line[place] + line[(place + 1) % line.length]);
        }
    }
}
