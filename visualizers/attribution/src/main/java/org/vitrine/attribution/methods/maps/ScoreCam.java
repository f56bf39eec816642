package org.vitrine.attribution.methods.maps;

import java.util.List;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.DifferentiableModel.FeatureMaps;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.methods.perturbation.Masks;
import org.vitrine.datasets.Tensor;

/**
 * Grad-CAM without gradients (Wang et al. 2020): each feature map, enlarged and brought to 0..1, uncovers the input; the softmax over
 * the score increases that this brings is the weight of the map. Maps that are the same everywhere uncover nothing, and have no
 * weight. One answer of the model for each channel.
 */
public final class ScoreCam extends ClassActivationMap {

    @Override
    public String id() {
        return "score-cam";
    }

    @Override
    String title() {
        return "Score-CAM";
    }

    @Override
    public List<MethodOption> options() {
        return List.of(AttributionOptions.LAYER, Baselines.OPTION, AttributionOptions.SEED);
    }

    @Override
    public boolean isExpensive() {
        return true;
    }

    @Override
    double[] weights(
            DifferentiableModel model, Tensor input, int target, FeatureMaps maps, AttributionOptions options) {
        List<float[]> baselines = Baselines.of(input, options);
        double[] weights = new double[maps.activations().shape()[0]];
        for (int i = 0; i < baselines.size(); i++) {
            double[] one = weights(model, input, target, maps, baselines.get(i), options.round(i, baselines.size()));
            for (int c = 0; c < weights.length; c++) {
                weights[c] += one[c] / baselines.size();
            }
        }
        return weights;
    }

    private static double[] weights(
            DifferentiableModel model,
            Tensor input,
            int target,
            FeatureMaps maps,
            float[] baseline,
            AttributionOptions options) {
        int[] shape = maps.activations().shape();
        double[] increases = new double[shape[0]];
        double nothing = Inputs.scores(model, input.shape(), target, baseline)[0];
        Inputs.inBatches(
                options.progress(),
                input.shape(),
                shape[0],
                channel -> Masks.mixed(input.values(), baseline, mask(maps.activations(), channel, input.shape())),
                (start, batch) -> {
                    float[] scores = model.scores(batch).values();
                    for (int i = 0; i < batch.rows(); i++) {
                        increases[start + i] = scores[i * model.targets() + target] - nothing;
                    }
                });
        return softmax(increases, maps.activations());
    }

    private static float[] mask(Tensor activations, int channel, int[] inputShape) {
        float[] mask = ClassActivationMap.enlarged(activations.row(channel).values(), activations.shape(), inputShape);
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : mask) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        for (int i = 0; i < mask.length; i++) {
            mask[i] = most > least ? (mask[i] - least) / (most - least) : 0;
        }
        return mask;
    }

    private static double[] softmax(double[] increases, Tensor activations) {
        double most = Double.NEGATIVE_INFINITY;
        for (double increase : increases) {
            most = Math.max(most, increase);
        }
        double sum = 0;
        double[] weights = new double[increases.length];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = isConstant(activations.row(c).values()) ? 0 : Math.exp(increases[c] - most);
            sum += weights[c];
        }
        for (int c = 0; c < weights.length; c++) {
            weights[c] = sum == 0 ? 0 : weights[c] / sum;
        }
        return weights;
    }

    private static boolean isConstant(float[] map) {
        for (float value : map) {
            if (value != map[0]) {
                return false;
            }
        }
        return true;
    }
}
