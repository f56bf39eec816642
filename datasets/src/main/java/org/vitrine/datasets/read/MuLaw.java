package org.vitrine.datasets.read;

/**
 * Sound in eight bits a sample by the mu-law with mu = 255: a byte stands for a level from -1 to 1, finer near silence. Bytes 0
 * to 255 are even steps of the compressed level, so that 127.5 would be silence.
 */
public final class MuLaw {
    private static final int MU = 255;
    private static final float[] LEVELS = levels();

    private MuLaw() {}

    /** The samples of a part of the bytes, from -1 to 1. */
    public static float[] decode(byte[] bytes, int offset, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = LEVELS[bytes[offset + i] & 0xff];
        }
        return samples;
    }

    private static float[] levels() {
        float[] levels = new float[MU + 1];
        for (int code = 0; code <= MU; code++) {
            double compressed = 2.0 * code / MU - 1;
            double level = StrictMath.expm1(Math.abs(compressed) * StrictMath.log1p(MU)) / MU;
            levels[code] = (float) (compressed < 0 ? -level : level);
        }
        return levels;
    }
}
