package org.vitrine.attribution;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;

/**
 * What methods may be told; each reads what it needs.
 *
 * @param steps points on the path of Integrated Gradients, and the most windows of occlusion along an axis
 * @param samples noisy copies for SmoothGrad
 * @param noise SmoothGrad: standard deviation as a share of the input's range
 * @param seed for the noise
 * @param baseline the reference input; null means all zeros
 * @param window occlusion: side of the patch, or number of time steps; 0 means a seventh of an image, one step of a sequence
 * @param layer Grad-CAM: the convolution to look at; null means the last
 */
public record AttributionOptions(
        int steps,
        int samples,
        double noise,
        long seed,
        @Nullable Tensor baseline,
        int window,
        @Nullable String layer) {
    public static final AttributionOptions DEFAULT = new AttributionOptions(50, 25, 0.15, 42, null, 0, null);

    public AttributionOptions {
        within("steps", steps, 1, 1000);
        within("samples", samples, 1, 1000);
        within("noise", noise, 0, 10);
        within("window", window, 0, 4096);
    }

    /**
     * These options with some replaced by their texts.
     *
     * @param overrides by name: steps, samples, noise, seed, window, layer
     * @throws IllegalArgumentException if a name is not one of these, or a text is no number of the allowed range
     */
    public AttributionOptions with(Map<String, String> overrides) {
        AttributionOptions options = this;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            options = options.with(override.getKey(), override.getValue());
        }
        return options;
    }

    private AttributionOptions with(String name, String text) {
        try {
            return switch (name) {
                case "steps" ->
                    new AttributionOptions(Integer.parseInt(text), samples, noise, seed, baseline, window, layer);
                case "samples" ->
                    new AttributionOptions(steps, Integer.parseInt(text), noise, seed, baseline, window, layer);
                case "noise" ->
                    new AttributionOptions(steps, samples, Double.parseDouble(text), seed, baseline, window, layer);
                case "seed" ->
                    new AttributionOptions(steps, samples, noise, Long.parseLong(text), baseline, window, layer);
                case "window" ->
                    new AttributionOptions(steps, samples, noise, seed, baseline, Integer.parseInt(text), layer);
                case "layer" ->
                    new AttributionOptions(steps, samples, noise, seed, baseline, window, text.isBlank() ? null : text);
                default ->
                    throw new IllegalArgumentException("There is no attribution option \"" + name
                            + "\". There are: steps, samples, noise, seed, window, layer.");
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Attribution option \"" + name + "\" must be a number, not \"" + text + "\".", e);
        }
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("Attribution option \"" + name + "\" must be from " + (long) least
                    + " to " + (long) most + ", not " + value + ".");
        }
    }
}
