package org.vitrine.attribution.methods.maps;

import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.DifferentiableModel.FeatureMaps;
import org.vitrine.datasets.Tensor;

/**
 * Grad-CAM with a weight for each place of a feature map (Chattopadhay et al. 2018, equations 9 and 19 with the score's exponential
 * as the smooth function, whose higher derivatives are powers of the gradient g): places weigh g² / (2 g² + g³ ΣA), and only
 * gradients in favour count. So several small objects weigh as much as one large one.
 */
public final class GradCamPlusPlus extends ClassActivationMap {

    @Override
    public String id() {
        return "grad-cam-plus-plus";
    }

    @Override
    String title() {
        return "Grad-CAM++";
    }

    @Override
    double[] weights(
            DifferentiableModel model, Tensor input, int target, FeatureMaps maps, AttributionOptions options) {
        double[] weights = new double[maps.activations().shape()[0]];
        int places = maps.activations().size() / weights.length;
        for (int c = 0; c < weights.length; c++) {
            double sum = 0;
            for (int p = 0; p < places; p++) {
                sum += maps.activations().values()[c * places + p];
            }
            for (int p = 0; p < places; p++) {
                double g = maps.gradients().values()[c * places + p];
                double below = 2 * g * g + g * g * g * sum;
                weights[c] += below == 0 ? 0 : g * g / below * Math.max(0, g);
            }
        }
        return weights;
    }
}
