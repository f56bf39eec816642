package org.vitrine.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

/**
 * Reference inputs that stand for "nothing there": what counts as absence is a choice of the reader's (Sturmfels, Lundberg, Lee
 * 2020). Where one name stands for several inputs, methods take the mean over them.
 */
public final class Baselines {
    public static final String ZERO = "zero";
    public static final String MEAN = "mean";
    public static final String BLURRED = "blurred";
    public static final String NOISE = "noise";
    public static final String BLACK_WHITE = "black-white";

    /** All zeros, as without a choice. */
    public static final MethodOption.Choice OPTION =
            new MethodOption.Choice("baseline", List.of(ZERO, MEAN, BLURRED, NOISE, BLACK_WHITE));

    private static final int NOISES = 5;
    /** The blur's deviation as a share of the shorter side. */
    private static final double BLUR = 0.1;

    private Baselines() {}

    /** The chosen baselines, each of the input's size. */
    public static List<float[]> of(Tensor input, AttributionOptions options) {
        Tensor given = options.baseline();
        if (given != null) {
            return List.of(fitting(given, input));
        }
        String name = options.choice(OPTION);
        return switch (name) {
            case MEAN -> List.of(fitting(background(name, options).mean(), input));
            case BLURRED -> List.of(blurred(input));
            case NOISE -> noises(input, background(name, options), options.seed());
            case BLACK_WHITE -> extremes(input, background(name, options));
            default -> List.of(new float[input.size()]);
        };
    }

    private static float[] fitting(Tensor baseline, Tensor input) {
        if (!Arrays.equals(baseline.shape(), input.shape())) {
            throw new IllegalArgumentException("The baseline has the shape " + Arrays.toString(baseline.shape())
                    + ", the input " + Arrays.toString(input.shape()));
        }
        return baseline.values();
    }

    private static Background background(String name, AttributionOptions options) {
        @Nullable Background background = options.background();
        if (background == null) {
            throw new IllegalArgumentException(
                    "The baseline \"" + name + "\" is taken from the training data, and there are none.");
        }
        return Objects.requireNonNull(background);
    }

    private static List<float[]> noises(Tensor input, Background background, long seed) {
        float least = background.least();
        float most = background.most();
        List<float[]> noises = new ArrayList<>();
        for (int i = 0; i < NOISES; i++) {
            Draw draw = Draw.forExample(seed, i);
            float[] values = new float[input.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) draw.uniform(least, most);
            }
            noises.add(values);
        }
        return noises;
    }

    private static List<float[]> extremes(Tensor input, Background background) {
        float[] black = new float[input.size()];
        float[] white = new float[input.size()];
        Arrays.fill(black, background.least());
        Arrays.fill(white, background.most());
        return List.of(black, white);
    }

    /** The input out of focus: an image or a sequence, blurred by a tenth of its shorter side. */
    public static float[] blurred(Tensor input) {
        int[] shape = input.shape();
        if (shape.length == 1) {
            throw new IllegalArgumentException("The baseline \"" + BLURRED
                    + "\" needs an image or a sequence: columns of a table have no neighbours.");
        }
        int height = shape.length == 3 ? shape[1] : 1;
        int width = shape[shape.length - 1];
        double deviation = Math.max(1, BLUR * (shape.length == 3 ? Math.min(height, width) : width));
        float[] values = input.values().clone();
        for (int start = 0; start < values.length; start += height * width) {
            for (int y = 0; y < height; y++) {
                blur(values, start + y * width, 1, width, deviation);
            }
            for (int x = 0; shape.length == 3 && x < width; x++) {
                blur(values, start + x, width, height, deviation);
            }
        }
        return values;
    }

    /** Smooths one line with a normal window; at the borders the outermost value goes on. */
    private static void blur(float[] values, int start, int stride, int count, double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        double[] smooth = new double[count];
        for (int i = 0; i < count; i++) {
            double weights = 0;
            for (int d = -reach; d <= reach; d++) {
                double weight = Math.exp(-d * d / (2 * deviation * deviation));
                smooth[i] += weight * values[start + stride * Math.max(0, Math.min(count - 1, i + d))];
                weights += weight;
            }
            smooth[i] /= weights;
        }
        for (int i = 0; i < count; i++) {
            values[start + stride * i] = (float) smooth[i];
        }
    }
}
