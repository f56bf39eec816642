package org.vitrine.attribution;

import java.util.OptionalDouble;
import org.vitrine.datasets.Tensor;

/**
 * (input - baseline) times the mean gradient on the straight path between them (Sundararajan, Taly, Yan 2017), by Gauss-Legendre
 * quadrature. The relevances add up to the score difference; while they miss it by more than one per cent, the points on the path
 * are doubled, up to {@code doublings} times.
 */
public final class IntegratedGradients implements AttributionMethod {
    private static final double GOOD_GAP = 0.01;
    /** Below this a score difference is rounding, and the gap relative to it says nothing. */
    private static final double NO_DIFFERENCE = 1e-6;

    private final int doublings;

    public IntegratedGradients() {
        this(3);
    }

    IntegratedGradients(int doublings) {
        this.doublings = doublings;
    }

    @Override
    public String id() {
        return "integrated-gradients";
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        float[] baseline = Inputs.baseline(input, options);
        Tensor ends = model.scores(Inputs.stack(input.shape(), input.values(), baseline));
        double score = ends.values()[target];
        double difference = score - ends.values()[model.targets() + target];
        int steps = options.steps();
        float[] relevance = integrate(model, input, baseline, target, steps);
        double gap = gap(relevance, difference);
        for (int i = 0; i < doublings && gap > GOOD_GAP; i++) {
            steps *= 2;
            relevance = integrate(model, input, baseline, target, steps);
            gap = gap(relevance, difference);
        }
        return new Attribution(new Tensor(input.shape(), relevance), score, true, OptionalDouble.of(gap));
    }

    private static float[] integrate(DifferentiableModel model, Tensor input, float[] baseline, int target, int steps) {
        GaussLegendre rule = GaussLegendre.of(steps);
        double[] sum = new double[input.size()];
        Inputs.inBatches(
                input.shape(),
                steps,
                step -> between(baseline, input.values(), rule.points()[step]),
                (start, batch) -> {
                    float[] gradients = model.gradient(batch, target).gradient().values();
                    for (int i = 0; i < gradients.length; i++) {
                        sum[i % sum.length] += rule.weights()[start + i / sum.length] * gradients[i];
                    }
                });
        float[] relevance = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            relevance[i] = (float) ((input.values()[i] - (double) baseline[i]) * sum[i]);
        }
        return relevance;
    }

    private static float[] between(float[] baseline, float[] input, double share) {
        float[] values = new float[input.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (baseline[i] + share * (input[i] - (double) baseline[i]));
        }
        return values;
    }

    private static double gap(float[] relevance, double difference) {
        double sum = 0;
        for (float value : relevance) {
            sum += value;
        }
        return Math.abs(sum - difference) / Math.max(Math.abs(difference), NO_DIFFERENCE);
    }
}
