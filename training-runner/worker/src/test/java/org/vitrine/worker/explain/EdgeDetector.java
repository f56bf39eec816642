package org.vitrine.worker.explain;

import java.util.OptionalDouble;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.DifferentiableModel;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.datasets.Tensor;

/** The strength of edges in an image by Sobel's operator: looks like an explanation, and knows nothing of the model. */
final class EdgeDetector implements AttributionMethod {

    @Override
    public String id() {
        return "edges";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.GRADIENTS;
    }

    @Override
    public Attribution attribute(DifferentiableModel model, Tensor input, int target, AttributionOptions options) {
        int height = input.shape()[1];
        int width = input.shape()[2];
        float[] pixels = input.values();
        float[] edges = new float[height * width];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                float across = 0;
                float down = 0;
                for (int d = -1; d <= 1; d++) {
                    int weight = 2 - Math.abs(d);
                    across += weight * (pixels[(y + d) * width + x + 1] - pixels[(y + d) * width + x - 1]);
                    down += weight * (pixels[(y + 1) * width + x + d] - pixels[(y - 1) * width + x + d]);
                }
                edges[y * width + x] = (float) Math.hypot(across, down);
            }
        }
        double score = model.scores(Inputs.stack(input.shape(), pixels)).values()[target];
        return new Attribution(Tensor.of(edges, 1, height, width), score, false, OptionalDouble.empty());
    }
}
