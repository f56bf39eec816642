package org.vitrine.attribution;

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
 * @param window occlusion: side of the patch, or number of time steps
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
    public static final AttributionOptions DEFAULT = new AttributionOptions(50, 25, 0.15, 42, null, 4, null);
}
