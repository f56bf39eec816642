package org.vitrine.attribution.methods.gradients;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Background;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/**
 * The mean of (input - baseline) times the gradient at a random place between them, over random training examples as baselines
 * (Lundberg and Lee 2017; Erion et al. 2021 call it expected gradients). In the mean over all draws relevances add up to the
 * difference between the score and the mean score of the baselines; the gap says how far these draws are from it.
 */
public final class GradientShap implements AttributionMethod {
    private static final String DATA = "data";
    private static final MethodOption.Choice BASELINE = new MethodOption.Choice("baseline", choices());
    private static final MethodOption.Whole SAMPLES = new MethodOption.Whole("samples", 1, 10_000, 200);
    /** Noise on the input, as a share of the background's range. */
    private static final MethodOption.Decimal NOISE = new MethodOption.Decimal("noise", 0, 1, 0);

    private static final double NO_DIFFERENCE = 1e-6;

    private static List<String> choices() {
        List<String> choices = new ArrayList<>(List.of(DATA));
        choices.addAll(Baselines.OPTION.choices());
        return choices;
    }

    @Override
    public String id() {
        return "gradient-shap";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.GRADIENTS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(BASELINE, SAMPLES, NOISE, AttributionOptions.SEED);
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        List<float[]> baselines = baselines(input, options);
        int samples = options.whole(SAMPLES);
        Background background = options.background();
        double noise = options.decimal(NOISE);
        double deviation = noise == 0 || background == null ? noise : noise * (background.most() - background.least());
        Path[] paths = new Path[samples];
        for (int i = 0; i < samples; i++) {
            paths[i] = Path.random(input.values(), baselines, deviation, Draw.forExample(options.seed(), i));
        }
        double[] sum = new double[input.size()];
        Inputs.inBatches(options.progress(), input.shape(), samples, i -> paths[i].point(), (start, batch) -> {
            float[] gradients = model.gradient(batch, target).gradient().values();
            for (int i = 0; i < gradients.length; i++) {
                int k = i % sum.length;
                sum[k] += gradients[i] * (double) paths[start + i / sum.length].way(k);
            }
        });
        float[] relevance = new float[sum.length];
        double total = 0;
        for (int k = 0; k < relevance.length; k++) {
            relevance[k] = (float) (sum[k] / samples);
            total += relevance[k];
        }
        double score = Inputs.score(model, input, target);
        double difference = score - meanScore(model, input.shape(), target, baselines);
        double gap = Math.abs(total - difference) / Math.max(Math.abs(difference), NO_DIFFERENCE);
        return new Attribution(new Tensor(input.shape(), relevance), score, true, OptionalDouble.of(gap));
    }

    /** All of them count the same. */
    private static List<float[]> baselines(Tensor input, AttributionOptions options) {
        String name = options.choice(BASELINE);
        if (options.baseline() != null || !name.equals(DATA)) {
            return Baselines.of(input, options);
        }
        Background background = options.background();
        if (background == null) {
            throw new IllegalArgumentException(
                    "The baseline \"" + DATA + "\" is taken from the training data, and there are none.");
        }
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < background.examples().rows(); i++) {
            rows.add(background.examples().row(i).values());
        }
        return rows;
    }

    private static double meanScore(DifferentiableModel model, int[] shape, int target, List<float[]> baselines) {
        double[] sum = {0};
        Inputs.inBatches(share -> {}, shape, baselines.size(), baselines::get, (start, batch) -> {
            float[] scores = model.scores(batch).values();
            for (int i = 0; i < batch.rows(); i++) {
                sum[0] += scores[i * model.targets() + target];
            }
        });
        return sum[0] / baselines.size();
    }

    /** A point between a baseline and the input, which may be a noisy copy. */
    private record Path(float[] baseline, float[] end, double share) {
        static Path random(float[] input, List<float[]> baselines, double deviation, Draw draw) {
            float[] baseline = baselines.get(draw.below(baselines.size()));
            double share = draw.uniform();
            float[] end = input;
            if (deviation > 0) {
                end = input.clone();
                for (int i = 0; i < end.length; i++) {
                    end[i] += (float) (deviation * draw.gaussian());
                }
            }
            return new Path(baseline, end, share);
        }

        float way(int index) {
            return end[index] - baseline[index];
        }

        float[] point() {
            float[] values = new float[end.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (baseline[i] + share * way(i));
            }
            return values;
        }
    }
}
