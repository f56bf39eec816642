package org.vitrine.datasets.catalogue.audio;

import org.vitrine.datasets.random.Draw;

/** Half a second of sound, 8,000 samples a second from -1 to 1. */
final class Clip {
    static final int RATE = 8000;
    static final int SAMPLES = RATE / 2;

    private Clip() {}

    /**
     * A sound at a random place of the clip and a random loudness, with noise around it.
     *
     * @param sound at most as long as a clip
     * @param noise deviation of the background
     */
    static float[] of(double[] sound, double noise, Draw draw) {
        double peak = 1e-9;
        for (double sample : sound) {
            peak = Math.max(peak, Math.abs(sample));
        }
        double loudness = draw.uniform(0.3, 0.9) / peak;
        int start = draw.below(SAMPLES - sound.length + 1);
        float[] clip = new float[SAMPLES];
        for (int t = 0; t < SAMPLES; t++) {
            int place = t - start;
            double sample = place < 0 || place >= sound.length ? 0 : loudness * sound[place];
            // The sum of three even numbers is nearly normal, and quick to draw.
            double hiss = noise * (2 * (draw.uniform() + draw.uniform() + draw.uniform()) - 3);
            clip[t] = (float) Math.max(-1, Math.min(1, sample + hiss));
        }
        return clip;
    }

    /** Lets a sound start and end smoothly. */
    static void fade(double[] sound, double attackSeconds, double releaseSeconds) {
        int attack = (int) (attackSeconds * RATE);
        int release = (int) (releaseSeconds * RATE);
        for (int t = 0; t < attack && t < sound.length; t++) {
            sound[t] *= (double) t / attack;
        }
        for (int t = 0; t < release && t < sound.length; t++) {
            sound[sound.length - 1 - t] *= (double) t / release;
        }
    }
}
