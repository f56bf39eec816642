package org.vitrine.datasets.steps;

/**
 * Short-time spectra of a sound: the power of each frequency in overlapping pieces under a Hann window, gathered in triangular
 * bands that are even on the mel scale, 2595 log10(1 + f / 700) (O'Shaughnessy 1987).
 */
final class Spectra {
    private static final double LEAST_POWER = 1e-8;

    private final int rate;
    private final int window;
    private final int hop;
    private final double[] hann;
    private final double[][] bands;
    private final Fourier fourier;

    /**
     * Prepares the window and the bands.
     *
     * @param window samples in a piece
     * @param hop samples from one piece to the next
     */
    Spectra(int rate, int window, int hop, int bands) {
        this.rate = rate;
        this.window = window;
        this.hop = hop;
        this.fourier = Fourier.atLeast(window);
        this.hann = new double[window];
        for (int i = 0; i < window; i++) {
            hann[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / window);
        }
        this.bands = triangles(bands);
    }

    static int frames(int samples, int window, int hop) {
        return samples < window ? 0 : 1 + (samples - window) / hop;
    }

    /** Natural logarithm of the power in each band, [bands, frames], the lowest band first. */
    double[][] logPower(float[] sound) {
        int frames = frames(sound.length, window, hop);
        double[][] found = new double[bands.length][frames];
        double[] real = new double[fourier.size()];
        double[] imaginary = new double[fourier.size()];
        for (int frame = 0; frame < frames; frame++) {
            for (int i = 0; i < real.length; i++) {
                real[i] = i < window ? hann[i] * sound[frame * hop + i] : 0;
                imaginary[i] = 0;
            }
            fourier.transform(real, imaginary);
            for (int band = 0; band < bands.length; band++) {
                double power = 0;
                for (int bin = 0; bin < bands[band].length; bin++) {
                    power += bands[band][bin] * (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]);
                }
                found[band][frame] = StrictMath.log(Math.max(LEAST_POWER, power));
            }
        }
        return found;
    }

    private double[][] triangles(int count) {
        int bins = fourier.size() / 2 + 1;
        double most = mel(rate / 2.0);
        double[] corners = new double[count + 2];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = hertz(most * i / (count + 1));
        }
        double[][] triangles = new double[count][bins];
        for (int band = 0; band < count; band++) {
            for (int bin = 0; bin < bins; bin++) {
                double frequency = (double) bin * rate / fourier.size();
                double rise = (frequency - corners[band]) / (corners[band + 1] - corners[band]);
                double fall = (corners[band + 2] - frequency) / (corners[band + 2] - corners[band + 1]);
                triangles[band][bin] = Math.max(0, Math.min(rise, fall));
            }
        }
        return triangles;
    }

    static double mel(double hertz) {
        return 2595 * StrictMath.log10(1 + hertz / 700);
    }

    private static double hertz(double mel) {
        return 700 * (StrictMath.pow(10, mel / 2595) - 1);
    }
}
