package org.vitrine.attribution.methods.maps;

import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.DifferentiableModel.FeatureMaps;
import org.vitrine.datasets.Tensor;

/**
 * Where a convolution found evidence for the score (Selvaraju et al. 2017): its feature maps weighted by their mean gradients,
 * negative sums cut off, enlarged to the input's size. Relevance [1, height, width] or [1, time].
 */
public final class GradCam extends ClassActivationMap {

    @Override
    public String id() {
        return "grad-cam";
    }

    @Override
    String title() {
        return "Grad-CAM";
    }

    @Override
    double[] weights(
            DifferentiableModel model, Tensor input, int target, FeatureMaps maps, AttributionOptions options) {
        double[] weights = new double[maps.activations().shape()[0]];
        int places = maps.activations().size() / weights.length;
        for (int i = 0; i < maps.gradients().size(); i++) {
            weights[i / places] += maps.gradients().values()[i] / places;
        }
        return weights;
    }
}
