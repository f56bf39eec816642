package org.vitrine.datasets.read;

/**
 * How much each source sample counts in each sample of a scaled axis: by the share that it covers when the axis shrinks, by
 * distance between two neighbours when it grows. Weights of one output add up to 1.
 */
public final class AxisWeights {
    private final int[] first;
    private final float[][] weights;

    /**
     * Finds the weights.
     *
     * @param samples how many samples there are
     * @param start where the used part begins, in samples
     * @param length how many samples are used
     * @param outputs how many samples are wanted
     */
    public AxisWeights(int samples, double start, double length, int outputs) {
        first = new int[outputs];
        weights = new float[outputs][];
        double step = length / outputs;
        for (int o = 0; o < outputs; o++) {
            if (step >= 1) {
                cover(o, samples, start + o * step, start + (o + 1) * step);
            } else {
                between(o, samples, start + (o + 0.5) * step - 0.5);
            }
        }
    }

    /** How many samples are wanted. */
    public int outputs() {
        return first.length;
    }

    /** First sample that counts in this output. */
    public int first(int output) {
        return first[output];
    }

    /** The weights of the samples from the first on. */
    public float[] weights(int output) {
        return weights[output];
    }

    private void cover(int output, int samples, double low, double high) {
        int from = (int) Math.max(0, Math.min(samples - 1, Math.floor(low)));
        int to = (int) Math.max(from + 1, Math.min(samples, Math.ceil(high - 1e-9)));
        float[] shares = new float[to - from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            double share = Math.max(0, Math.min(high, i + 1) - Math.max(low, i));
            shares[i - from] = (float) share;
            sum += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = sum > 0 ? (float) (shares[i] / sum) : 1f / shares.length;
        }
        first[output] = from;
        weights[output] = shares;
    }

    private void between(int output, int samples, double place) {
        double inside = Math.max(0, Math.min(samples - 1, place));
        int from = (int) Math.min(Math.floor(inside), Math.max(0, samples - 2));
        float share = (float) (inside - from);
        first[output] = from;
        weights[output] = samples == 1 ? new float[] {1} : new float[] {1 - share, share};
    }
}
