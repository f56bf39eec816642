package org.vitrine.attribution;

import java.util.List;
import java.util.OptionalDouble;
import org.vitrine.datasets.Tensor;

/** A method that compares the input with a baseline; over several baselines it is the mean. */
public abstract class BaselineMethod implements AttributionMethod {
    /** Below this a score difference is rounding, and the gap relative to it says nothing. */
    private static final double NO_DIFFERENCE = 1e-6;

    /**
     * One comparison.
     *
     * @param score at the input
     * @param baselineScore at the baseline
     */
    public record Comparison(
            DifferentiableModel model,
            Tensor input,
            float[] baseline,
            int target,
            double score,
            double baselineScore,
            AttributionOptions options) {

        /** How far relevances are from adding up to the score difference, relative to it. */
        public double gap(float[] relevance) {
            return gap(sum(relevance), score - baselineScore);
        }

        private static double gap(double sum, double difference) {
            return Math.abs(sum - difference) / Math.max(Math.abs(difference), NO_DIFFERENCE);
        }

        private static double sum(float[] relevance) {
            double sum = 0;
            for (float value : relevance) {
                sum += value;
            }
            return sum;
        }
    }

    /** Relevance against one baseline. */
    protected abstract Tensor relevance(Comparison comparison);

    /** Whether relevances add up to the difference between the two scores. */
    protected boolean promisesCompleteness() {
        return false;
    }

    /** What the input is compared with. */
    protected List<float[]> baselines(Tensor input, AttributionOptions options) {
        return Baselines.of(input, options);
    }

    @Override
    public final Attribution attribute(
            DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        List<float[]> baselines = baselines(input, options);
        int count = baselines.size();
        float[][] ends = new float[count + 1][];
        for (int i = 0; i < count; i++) {
            ends[i] = baselines.get(i);
        }
        ends[count] = input.values();
        float[] scores = Inputs.scores(model, input.shape(), target, ends);
        double score = scores[count];
        double[] sums = new double[0];
        int[] shape = input.shape();
        double difference = 0;
        for (int i = 0; i < count; i++) {
            Tensor one = relevance(
                    new Comparison(model, input, baselines.get(i), target, score, scores[i], options.round(i, count)));
            shape = one.shape();
            sums = i == 0 ? new double[one.size()] : sums;
            for (int k = 0; k < sums.length; k++) {
                sums[k] += one.values()[k] / (double) count;
            }
            difference += (score - scores[i]) / count;
        }
        float[] mean = new float[sums.length];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (float) sums[k];
        }
        OptionalDouble gap = promisesCompleteness()
                ? OptionalDouble.of(Comparison.gap(Comparison.sum(mean), difference))
                : OptionalDouble.empty();
        return new Attribution(new Tensor(shape, mean), score, true, gap);
    }
}
