package org.vitrine.attribution.methods.maps;

import java.util.List;
import java.util.Optional;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.DifferentiableModel.FeatureMaps;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.LayerRole;
import org.vitrine.attribution.LayerRoles;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.methods.perturbation.Bilinear;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.shape.Image;

/**
 * A weighted sum of a convolution's feature maps, its negative part cut off, enlarged to the input's size: [1, height, width] or
 * [1, time]. Methods differ in the weights.
 */
abstract class ClassActivationMap implements AttributionMethod {

    @Override
    public MethodFamily family() {
        return MethodFamily.FEATURE_MAPS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(AttributionOptions.LAYER);
    }

    @Override
    public Optional<String> refusal(ModelFacts model) {
        List<Node> convolutions = model.layers().stream()
                .filter(node -> LayerRoles.of(node.layer()) == LayerRole.CONVOLUTION)
                .toList();
        if (convolutions.isEmpty()) {
            return Optional.of(title() + " needs a convolution");
        }
        Node last = convolutions.get(convolutions.size() - 1);
        boolean overTime = last.layer() instanceof Convolution1D;
        boolean image = model.data().input() instanceof Image;
        return overTime == image
                ? Optional.of(title() + " needs feature maps over the axes of the input, and those of '" + last.id()
                        + "' are not")
                : Optional.empty();
    }

    /** The weight of each channel. */
    abstract double[] weights(
            DifferentiableModel model, Tensor input, int target, FeatureMaps maps, AttributionOptions options);

    @Override
    public final Attribution attribute(
            DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        Inputs.checkTarget(model, target);
        FeatureMaps maps = model.featureMaps(input, target, layer(model, options));
        int[] shape = maps.activations().shape();
        if (input.shape().length != shape.length) {
            throw new IllegalArgumentException(title() + " needs feature maps over the axes of the input.");
        }
        double[] weights = weights(model, input, target, maps, options);
        int places = maps.activations().size() / shape[0];
        double[] map = new double[places];
        for (int c = 0; c < weights.length; c++) {
            for (int p = 0; p < places; p++) {
                map[p] += weights[c] * maps.activations().values()[c * places + p];
            }
        }
        float[] positive = new float[places];
        for (int p = 0; p < places; p++) {
            positive[p] = (float) Math.max(0, map[p]);
        }
        double score = Inputs.score(model, input, target);
        boolean image = shape.length == 3;
        int[] whole = input.shape();
        float[] enlarged = enlarged(positive, shape, whole);
        return Attribution.withoutPromise(
                image ? Tensor.of(enlarged, 1, whole[1], whole[2]) : Tensor.of(enlarged, 1, whole[1]), score, false);
    }

    /** The method's name in messages. */
    abstract String title();

    private String layer(DifferentiableModel model, AttributionOptions options) {
        List<String> layers = model.featureLayers();
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(title() + " needs a convolution, and the model has none.");
        }
        String wanted = options.layer();
        if (wanted.isBlank()) {
            return layers.get(layers.size() - 1);
        }
        if (!layers.contains(wanted)) {
            throw new IllegalArgumentException(
                    "There is no convolution \"" + wanted + "\". There are: " + String.join(", ", layers) + ".");
        }
        return wanted;
    }

    /** One map of a layer at the resolution of the input. */
    static float[] enlarged(float[] map, int[] mapShape, int[] inputShape) {
        boolean image = mapShape.length == 3;
        return Bilinear.resize(
                map,
                image ? mapShape[1] : 1,
                mapShape[mapShape.length - 1],
                image ? inputShape[1] : 1,
                inputShape[inputShape.length - 1]);
    }
}
