package org.vitrine.attribution.methods.perturbation;

/** Inputs that are covered in part. */
public final class Masks {
    private Masks() {}

    /**
     * The input where the mask is 1, the baseline where it is 0.
     *
     * @param mask one value a place; the channels of a place lie behind one another and share it
     */
    public static float[] mixed(float[] input, float[] baseline, float[] mask) {
        float[] values = new float[input.length];
        for (int i = 0; i < values.length; i++) {
            float share = mask[i % mask.length];
            values[i] = share * input[i] + (1 - share) * baseline[i];
        }
        return values;
    }
}
