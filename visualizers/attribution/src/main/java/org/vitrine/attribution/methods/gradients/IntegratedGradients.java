package org.vitrine.attribution.methods.gradients;

import java.util.List;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BaselineMethod;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;

/**
 * (input - baseline) times the mean gradient on the straight path between them (Sundararajan, Taly, Yan 2017), by Gauss-Legendre
 * quadrature. The relevances add up to the score difference; while they miss it by more than one per cent, the points on the path
 * are doubled, up to {@code doublings} times.
 */
public final class IntegratedGradients extends BaselineMethod {
    private static final double GOOD_GAP = 0.01;
    /** Points on the path, at first. */
    private static final MethodOption.Whole STEPS = new MethodOption.Whole("steps", 1, 1000, 50);

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
    public MethodFamily family() {
        return MethodFamily.GRADIENTS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(Baselines.OPTION, STEPS, AttributionOptions.SEED);
    }

    @Override
    protected boolean promisesCompleteness() {
        return true;
    }

    @Override
    protected Tensor relevance(Comparison at) {
        int steps = at.options().whole(STEPS);
        float[] relevance = integrate(at, steps);
        for (int i = 0; i < doublings && at.gap(relevance) > GOOD_GAP; i++) {
            steps *= 2;
            relevance = integrate(at, steps);
        }
        return new Tensor(at.input().shape(), relevance);
    }

    private static float[] integrate(Comparison at, int steps) {
        Tensor input = at.input();
        float[] baseline = at.baseline();
        GaussLegendre rule = GaussLegendre.of(steps);
        double[] sum = new double[input.size()];
        Inputs.inBatches(
                at.options().progress(),
                input.shape(),
                steps,
                step -> between(baseline, input.values(), rule.points()[step]),
                (start, batch) -> {
                    float[] gradients =
                            at.model().gradient(batch, at.target()).gradient().values();
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
}
