package org.vitrine.datasets.read;

/**
 * A sound on one channel.
 *
 * @param rate samples a second
 * @param samples from -1 to 1
 */
public record Waveform(int rate, float[] samples) {
    public double seconds() {
        return (double) samples.length / rate;
    }
}
