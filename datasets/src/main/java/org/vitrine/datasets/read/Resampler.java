package org.vitrine.datasets.read;

/**
 * Changes the rate of a sound by interpolation with a windowed sinc (J. O. Smith, P. Gosset, "A flexible sampling-rate
 * conversion method", 1984). What the lower rate can not carry is taken out before, so that it does not come back as
 * another tone.
 */
final class Resampler {
    /** Zero crossings of the sinc on each side. */
    private static final int CROSSINGS = 24;
    /** Table entries between two zero crossings. */
    private static final int FINENESS = 512;
    /** Kaiser's window: about 80 dB down beyond the edge. */
    private static final double BETA = 8;
    /** Where the passed band ends, as a share of half the lower rate. */
    private static final double EDGE = 0.92;

    private static final float[] TABLE = table();

    private Resampler() {}

    static Waveform resample(Waveform sound, int rate) {
        if (sound.rate() == rate) {
            return sound;
        }
        double step = (double) sound.rate() / rate;
        double cut = EDGE * Math.min(1, 1 / step);
        int length = (int) Math.max(1, (long) sound.samples().length * rate / sound.rate());
        float[] resampled = new float[length];
        for (int i = 0; i < length; i++) {
            resampled[i] = (float) at(sound.samples(), i * step, cut);
        }
        return new Waveform(rate, resampled);
    }

    private static double at(float[] samples, double place, double cut) {
        double reach = CROSSINGS / cut;
        int from = (int) Math.max(0, Math.ceil(place - reach));
        int to = (int) Math.min(samples.length - 1L, (long) Math.floor(place + reach));
        double sum = 0;
        for (int i = from; i <= to; i++) {
            double at = Math.abs(place - i) * cut * FINENESS;
            int cell = (int) at;
            if (cell < TABLE.length - 1) {
                double share = at - cell;
                sum += samples[i] * (TABLE[cell] + share * (TABLE[cell + 1] - TABLE[cell]));
            }
        }
        return sum * cut;
    }

    private static float[] table() {
        float[] table = new float[CROSSINGS * FINENESS + 1];
        for (int i = 0; i < table.length; i++) {
            double x = (double) i / FINENESS;
            double inside = 1 - x / CROSSINGS * (x / CROSSINGS);
            double sinc = i == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
            table[i] = (float) (sinc * bessel(BETA * Math.sqrt(Math.max(0, inside))) / bessel(BETA));
        }
        return table;
    }

    /** The modified Bessel function of the first kind, order 0. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
