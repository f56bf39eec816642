package org.vitrine.attribution;

import java.util.List;
import org.vitrine.datasets.Tensor;

/**
 * Where a convolution found evidence for the score (Selvaraju et al. 2017): its feature maps weighted by their mean gradients,
 * negative sums cut off, enlarged to the input's size. Relevance [1, height, width] or [1, time].
 */
public final class GradCam implements AttributionMethod {

    @Override
    public String id() {
        return "grad-cam";
    }

    @Override
    public boolean supports(DifferentiableModel model) {
        return !model.featureLayers().isEmpty();
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        var maps = model.featureMaps(input, target, layer(model, options));
        int[] shape = maps.activations().shape();
        int channels = shape[0];
        int places = maps.activations().size() / channels;
        double[] map = new double[places];
        for (int c = 0; c < channels; c++) {
            double weight = 0;
            for (int p = 0; p < places; p++) {
                weight += maps.gradients().values()[c * places + p] / places;
            }
            for (int p = 0; p < places; p++) {
                map[p] += weight * maps.activations().values()[c * places + p];
            }
        }
        float[] positive = new float[places];
        for (int p = 0; p < places; p++) {
            positive[p] = (float) Math.max(0, map[p]);
        }
        double score = model.scores(Inputs.stack(input.shape(), input.values())).values()[target];
        return Attribution.withoutPromise(enlarged(positive, shape, input.shape()), score, false);
    }

    private static String layer(DifferentiableModel model, AttributionOptions options) {
        List<String> layers = model.featureLayers();
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Grad-CAM needs a convolution, and the model has none.");
        }
        String wanted = options.layer();
        if (wanted == null) {
            return layers.get(layers.size() - 1);
        }
        if (!layers.contains(wanted)) {
            throw new IllegalArgumentException(
                    "There is no convolution \"" + wanted + "\". There are: " + String.join(", ", layers) + ".");
        }
        return wanted;
    }

    private static Tensor enlarged(float[] map, int[] mapShape, int[] inputShape) {
        boolean image = mapShape.length == 3;
        if (inputShape.length != mapShape.length) {
            throw new IllegalArgumentException("Grad-CAM needs feature maps over the axes of the input.");
        }
        int height = image ? inputShape[1] : 1;
        int width = inputShape[inputShape.length - 1];
        float[] values = Bilinear.resize(map, image ? mapShape[1] : 1, mapShape[mapShape.length - 1], height, width);
        return image ? Tensor.of(values, 1, height, width) : Tensor.of(values, 1, width);
    }
}
