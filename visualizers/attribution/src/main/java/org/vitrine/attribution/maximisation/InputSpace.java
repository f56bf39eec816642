package org.vitrine.attribution.maximisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.steps.EncodeColumns;

/**
 * What inputs of a data set look like: the mean, the deviation and the range of each channel (or column), over examples. An ascent
 * counts values in deviations from the mean, so that steps and weights mean the same for pixels, columns and series.
 *
 * @param shape of an input
 * @param grid which values are neighbours
 * @param deviations 1 for a channel that never changes
 * @param categories columns that are the indicators of one category
 */
public record InputSpace(
        int[] shape,
        Grid grid,
        double[] means,
        double[] deviations,
        double[] least,
        double[] greatest,
        List<int[]> categories) {
    private static final int BATCH = 64;
    private static final int MOST = 1000;

    public InputSpace {
        categories = List.copyOf(categories);
    }

    /** Looks at training examples of a data set, at even distances; padding does not count. */
    public static InputSpace of(Dataset data) {
        Grid grid = Grid.of(data.spec(), data.presentation());
        return of(data.train(), MOST, grid, categories(data.pipeline(), grid));
    }

    /** The columns that stand for categories, each category's together. */
    private static List<int[]> categories(Pipeline pipeline, Grid grid) {
        for (FittedStep step : pipeline.steps()) {
            if (step instanceof EncodeColumns.Fitted encoded) {
                List<int[]> groups = new ArrayList<>();
                int at = 0;
                for (EncodeColumns.Encoding column : encoded.columns()) {
                    int width = column.names().size();
                    if (column.type().kind() == Content.ColumnType.Kind.CATEGORY) {
                        groups.add(IntStream.range(at, at + width).toArray());
                    }
                    at += width;
                }
                return at == grid.size() ? groups : List.of();
            }
        }
        return List.of();
    }

    /**
     * Looks at examples at even distances; padding does not count.
     *
     * @param most of so many examples
     */
    static InputSpace of(Split split, int most, Grid grid, List<int[]> categories) {
        int count = Math.min(most, split.size());
        Sums sums = new Sums(grid);
        int[] shape = {};
        for (int start = 0; start < count; start += BATCH) {
            int[] indices = new int[Math.min(BATCH, count - start)];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = (int) ((long) (start + i) * split.size() / count);
            }
            Batch batch = split.batch(indices);
            for (int i = 0; i < indices.length; i++) {
                Tensor input = batch.inputs().row(i);
                shape = input.shape();
                Tensor mask = batch.mask();
                sums.add(input, mask == null ? null : mask.row(i));
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("There are no examples to know inputs by.");
        }
        return sums.space(shape, categories);
    }

    private static final class Sums {
        private final Grid grid;
        private final double[] sum;
        private final double[] squares;
        private final double[] least;
        private final double[] greatest;
        private final long[] counts;

        Sums(Grid grid) {
            this.grid = grid;
            sum = new double[grid.channels()];
            squares = new double[grid.channels()];
            counts = new long[grid.channels()];
            least = new double[grid.channels()];
            greatest = new double[grid.channels()];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        }

        void add(Tensor input, @Nullable Tensor mask) {
            for (int i = 0; i < input.size(); i++) {
                if (mask != null && mask.values()[i % mask.size()] == 0) {
                    continue;
                }
                int channel = i / grid.plane();
                double value = input.values()[i];
                sum[channel] += value;
                squares[channel] += value * value;
                counts[channel]++;
                least[channel] = Math.min(least[channel], value);
                greatest[channel] = Math.max(greatest[channel], value);
            }
        }

        InputSpace space(int[] shape, List<int[]> categories) {
            double[] deviations = new double[sum.length];
            for (int channel = 0; channel < sum.length; channel++) {
                double count = Math.max(1, counts[channel]);
                sum[channel] /= count;
                double variance = squares[channel] / count - sum[channel] * sum[channel];
                deviations[channel] = least[channel] < greatest[channel] ? Math.sqrt(Math.max(0, variance)) : 1;
            }
            return new InputSpace(shape, grid, sum, deviations, least, greatest, categories);
        }
    }

    /** An input in deviations from the mean. */
    public double[] standardised(Tensor input) {
        double[] values = new double[input.size()];
        for (int i = 0; i < values.length; i++) {
            int channel = i / grid.plane();
            values[i] = (input.values()[i] - means[channel]) / deviations[channel];
        }
        return values;
    }

    /** The input behind values in deviations from the mean. */
    public Tensor raw(double[] values) {
        float[] raw = new float[values.length];
        for (int i = 0; i < raw.length; i++) {
            int channel = i / grid.plane();
            double value = means[channel] + deviations[channel] * values[i];
            // Rounding must not lead out of the range.
            raw[i] = (float) Math.max(least[channel], Math.min(greatest[channel], value));
        }
        return new Tensor(shape, raw);
    }

    /** The gradient at values in deviations, from that at the input behind them. */
    double[] standardisedGradient(Tensor gradient) {
        double[] slopes = new double[gradient.size()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = deviations[i / grid.plane()] * gradient.values()[i];
        }
        return slopes;
    }

    /** Keeps values within the range of the data. */
    public Clipping clipping() {
        return new Clipping(grid, standardisedBounds(least), standardisedBounds(greatest));
    }

    /** The indicators of categories. */
    Categories indicators() {
        return new Categories(categories, standardisedBounds(least), standardisedBounds(greatest));
    }

    private double[] standardisedBounds(double[] bounds) {
        double[] standardised = new double[bounds.length];
        for (int channel = 0; channel < bounds.length; channel++) {
            standardised[channel] = (bounds[channel] - means[channel]) / deviations[channel];
        }
        return standardised;
    }
}
