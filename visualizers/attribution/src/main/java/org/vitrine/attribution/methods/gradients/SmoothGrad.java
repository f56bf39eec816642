package org.vitrine.attribution.methods.gradients;

import java.util.List;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/** The mean gradient over noisy copies of the input (Smilkov et al. 2017), with its sign. */
public final class SmoothGrad implements AttributionMethod {
    private static final MethodOption.Whole SAMPLES = new MethodOption.Whole("samples", 1, 1000, 25);
    /** The noise's deviation as a share of the input's range. */
    private static final MethodOption.Decimal NOISE = new MethodOption.Decimal("noise", 0, 10, 0.15);

    @Override
    public String id() {
        return "smoothgrad";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.GRADIENTS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(SAMPLES, NOISE, AttributionOptions.SEED);
    }

    @Override
    public boolean isSensitivity() {
        return true;
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        int samples = options.whole(SAMPLES);
        long seed = options.seed();
        double deviation = options.decimal(NOISE) * range(input);
        double[] sum = new double[input.size()];
        Inputs.inBatches(
                options.progress(),
                input.shape(),
                samples,
                sample -> noisy(input, deviation, Draw.forExample(seed, sample)),
                (start, batch) -> {
                    float[] gradients = model.gradient(batch, target).gradient().values();
                    for (int i = 0; i < gradients.length; i++) {
                        sum[i % sum.length] += gradients[i];
                    }
                });
        float[] relevance = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            relevance[i] = (float) (sum[i] / samples);
        }
        double score = Inputs.score(model, input, target);
        return Attribution.withoutPromise(new Tensor(input.shape(), relevance), score, true);
    }

    private static float[] noisy(Tensor input, double deviation, Draw draw) {
        float[] values = input.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (deviation * draw.gaussian());
        }
        return values;
    }

    private static double range(Tensor input) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : input.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }
}
