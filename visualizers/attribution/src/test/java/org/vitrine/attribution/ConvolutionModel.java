package org.vitrine.attribution;

import java.util.Arrays;
import java.util.List;
import org.vitrine.datasets.Tensor;

/**
 * Non-overlapping 2 × 2 patches of a one-channel image, each through the same filters and ReLU; the score adds up all feature maps
 * with one weight per filter. So the gradient at a feature map is its filter's weight everywhere.
 */
public final class ConvolutionModel extends AnalyticModel {
    static final String LAYER = "conv";

    private final int side;
    private final double[][] filters;
    private final double[] head;

    public ConvolutionModel(int side, double[][] filters, double[] head) {
        super(1);
        this.side = side;
        this.filters = filters;
        this.head = head;
    }

    @Override
    public double score(double[] input, int target) {
        double sum = 0;
        for (int f = 0; f < filters.length; f++) {
            for (double activation : map(input, f)) {
                sum += head[f] * activation;
            }
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] input, int target) {
        double[] gradient = new double[input.length];
        for (int f = 0; f < filters.length; f++) {
            double[] map = map(input, f);
            for (int i = 0; i < input.length; i++) {
                int y = i / side;
                int x = i % side;
                boolean active = map[y / 2 * (side / 2) + x / 2] > 0;
                gradient[i] += active ? head[f] * filters[f][y % 2 * 2 + x % 2] : 0;
            }
        }
        return gradient;
    }

    @Override
    public List<String> featureLayers() {
        return List.of(LAYER);
    }

    @Override
    public FeatureMaps featureMaps(Tensor input, int target, String layer) {
        int half = side / 2;
        Tensor activations = Tensor.zeros(filters.length, half, half);
        Tensor gradients = Tensor.zeros(filters.length, half, half);
        for (int f = 0; f < filters.length; f++) {
            double[] map = map(doubles(input.values()), f);
            for (int p = 0; p < map.length; p++) {
                activations.values()[f * map.length + p] = (float) map[p];
            }
            Arrays.fill(gradients.values(), f * map.length, (f + 1) * map.length, (float) head[f]);
        }
        return new FeatureMaps(activations, gradients);
    }

    /** One feature map after ReLU, [side / 2, side / 2]. */
    public double[] map(double[] input, int filter) {
        int half = side / 2;
        double[] map = new double[half * half];
        for (int i = 0; i < input.length; i++) {
            int y = i / side;
            int x = i % side;
            map[y / 2 * half + x / 2] += filters[filter][y % 2 * 2 + x % 2] * input[i];
        }
        for (int p = 0; p < map.length; p++) {
            map[p] = Math.max(0, map[p]);
        }
        return map;
    }
}
