package org.vitrine.attribution.methods.perturbation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BaselineMethod;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.datasets.Tensor;

/**
 * How much the score drops when a part of the input is replaced by the baseline (Zeiler and Fergus 2014). Patches of images and
 * stretches of sequences overlap by half, and each place takes the mean over the windows that cover it: [1, height, width] or
 * [1, time]. Values of a vector are replaced one by one: [size].
 */
public final class Occlusion extends BaselineMethod {
    /** Side of the patch, or number of time steps; 0 means a seventh of an image, one step of a sequence. */
    private static final MethodOption.Whole WINDOW = new MethodOption.Whole("window", 0, 4096, 0);
    /** The most windows along an axis. */
    private static final MethodOption.Whole STEPS = new MethodOption.Whole("steps", 1, 1000, 50);

    /** Without a given window a patch covers this share of an image's shorter side. */
    private static final int PATCHES_PER_SIDE = 7;

    @Override
    public String id() {
        return "occlusion";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.PERTURBATIONS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(WINDOW, STEPS, Baselines.OPTION, AttributionOptions.SEED);
    }

    @Override
    protected Tensor relevance(Comparison at) {
        float[] input = at.input().values();
        int[] shape = at.input().shape();
        Grid grid = Grid.of(shape);
        List<Window> windows = windows(grid, shape.length, at.options());
        double[] drops = new double[grid.places()];
        int[] counts = new int[grid.places()];
        Inputs.inBatches(
                at.options().progress(),
                shape,
                windows.size(),
                window -> occluded(input, at.baseline(), grid, windows.get(window)),
                (start, batch) -> {
                    float[] scores = at.model().scores(batch).values();
                    for (int i = 0; i < batch.rows(); i++) {
                        double drop = at.score() - scores[i * at.model().targets() + at.target()];
                        windows.get(start + i).forEachPlace(grid, place -> {
                            drops[place] += drop;
                            counts[place]++;
                        });
                    }
                });
        float[] relevance = new float[drops.length];
        for (int place = 0; place < drops.length; place++) {
            relevance[place] = (float) (drops[place] / counts[place]);
        }
        return new Tensor(grid.relevanceShape(), relevance);
    }

    private static float[] occluded(float[] input, float[] baseline, Grid grid, Window window) {
        float[] values = input.clone();
        window.forEachPlace(grid, place -> {
            for (int i = place; i < values.length; i += grid.places()) {
                values[i] = baseline[i];
            }
        });
        return values;
    }

    private static List<Window> windows(Grid grid, int axes, AttributionOptions options) {
        int side = options.whole(WINDOW);
        if (axes == 1) {
            side = 1;
        } else if (side == 0) {
            side = axes == 2 ? 1 : Math.max(1, Math.min(grid.height(), grid.width()) / PATCHES_PER_SIDE);
        }
        int most = axes == 1 ? Integer.MAX_VALUE : options.whole(STEPS);
        int windowHeight = Math.min(side, grid.height());
        int windowWidth = Math.min(side, grid.width());
        List<Window> windows = new ArrayList<>();
        for (int top : starts(grid.height(), windowHeight, most)) {
            for (int left : starts(grid.width(), windowWidth, most)) {
                windows.add(new Window(top, left, windowHeight, windowWidth));
            }
        }
        return windows;
    }

    /** Where windows start, half a window apart, or further if they would be too many; the last one ends at the border. */
    private static int[] starts(int length, int window, int most) {
        int last = length - window;
        int stride = Math.max(1, window / 2);
        int count = Math.min(most, (last + stride - 1) / stride + 1);
        // Windows must leave no gap, even where that makes them more than asked for.
        count = Math.max(count, (length + window - 1) / window);
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = count == 1 ? 0 : (int) Math.round((double) last * i / (count - 1));
        }
        return Arrays.stream(starts).distinct().toArray();
    }

    /** The places of an input that can be occluded; channels or features lie behind one another at each place. */
    private record Grid(int height, int width, int[] relevanceShape) {
        static Grid of(int[] inputShape) {
            return switch (inputShape.length) {
                case 1 -> new Grid(1, inputShape[0], new int[] {inputShape[0]});
                case 2 -> new Grid(1, inputShape[1], new int[] {1, inputShape[1]});
                case 3 -> new Grid(inputShape[1], inputShape[2], new int[] {1, inputShape[1], inputShape[2]});
                default ->
                    throw new IllegalArgumentException("Occlusion knows vectors, sequences and images, not the shape "
                            + Arrays.toString(inputShape));
            };
        }

        int places() {
            return height * width;
        }
    }

    private record Window(int top, int left, int height, int width) {
        void forEachPlace(Grid grid, IntConsumer action) {
            for (int y = top; y < top + height; y++) {
                for (int x = left; x < left + width; x++) {
                    action.accept(y * grid.width() + x);
                }
            }
        }
    }
}
