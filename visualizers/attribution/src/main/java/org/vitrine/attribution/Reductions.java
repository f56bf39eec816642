package org.vitrine.attribution;

import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;

/** From relevance per input value to relevance per pixel, time step or token, and column: what people look at. */
public final class Reductions {
    private Reductions() {}

    /**
     * One relevance per place. Contributions are added over the channels of a pixel or the features of a token, so that their sum
     * stays. Sensitivities with several values per place give their size: the largest over channels (Simonyan et al. 2014), the
     * Euclidean norm over features; they are unsigned then.
     *
     * @param attribution what {@code method} returned
     * @param mask [time], 1 where a step is real; padded steps get 0; null if nothing is padded
     * @return relevance [1, height, width], [time] or [size]
     */
    public static Attribution perPlace(AttributionMethod method, Attribution attribution, @Nullable Tensor mask) {
        int[] shape = attribution.relevance().shape();
        return switch (shape.length) {
            case 1 -> attribution;
            case 2 ->
                with(
                        attribution,
                        masked(merged(method, attribution), mask),
                        attribution.signed() && !losesSign(method, shape),
                        shape[1]);
            case 3 ->
                with(
                        attribution,
                        merged(method, attribution),
                        attribution.signed() && !losesSign(method, shape),
                        1,
                        shape[1],
                        shape[2]);
            default -> throw new IllegalArgumentException("Relevance with " + shape.length + " axes has no places");
        };
    }

    private static boolean losesSign(AttributionMethod method, int[] shape) {
        return method.isSensitivity() && shape[0] > 1;
    }

    private static float[] merged(AttributionMethod method, Attribution attribution) {
        Tensor relevance = attribution.relevance();
        int[] shape = relevance.shape();
        int layers = shape[0];
        int places = relevance.size() / layers;
        float[] merged = new float[places];
        for (int place = 0; place < places; place++) {
            double sum = 0;
            double squares = 0;
            double largest = 0;
            for (int layer = 0; layer < layers; layer++) {
                double value = relevance.values()[layer * places + place];
                sum += value;
                squares += value * value;
                largest = Math.max(largest, Math.abs(value));
            }
            double size = shape.length == 2 ? Math.sqrt(squares) : largest;
            merged[place] = (float) (losesSign(method, shape) ? size : sum);
        }
        return merged;
    }

    private static float[] masked(float[] steps, @Nullable Tensor mask) {
        if (mask == null) {
            return steps;
        }
        if (mask.size() != steps.length) {
            throw new IllegalArgumentException("A mask of " + mask.size() + " does not fit " + steps.length + " steps");
        }
        for (int step = 0; step < steps.length; step++) {
            steps[step] = mask.values()[step] == 0 ? 0 : steps[step];
        }
        return steps;
    }

    private static Attribution with(Attribution attribution, float[] values, boolean signed, int... shape) {
        return new Attribution(new Tensor(shape, values), attribution.score(), signed, attribution.completenessGap());
    }
}
