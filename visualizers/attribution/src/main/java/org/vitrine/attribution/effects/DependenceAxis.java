package org.vitrine.attribution.effects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vitrine.datasets.Tensor;

/**
 * The values of a column that a model is asked about.
 *
 * @param values rising, in the column's own units; of categories their index
 * @param labels of categories and dates; else empty
 * @param places of the column in an input
 * @param written what stands at the places for each value, as the network gets it: [values, places]
 * @param added whether it is added to what stands there, rather than put in its place
 */
public record DependenceAxis(
        String column,
        Kind kind,
        List<Double> values,
        List<String> labels,
        int[] places,
        Tensor written,
        boolean added) {
    /** What an axis is about. */
    public enum Kind {
        NUMBER,
        CATEGORY,
        DATE,
        /** All steps of a channel are moved by as much. */
        SHIFT
    }

    private static final int MOST_CATEGORIES = 60;
    /** Standard deviations to each side. */
    private static final double SHIFT = 2;

    public DependenceAxis {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    /**
     * A grid for a column: all its values where there are few, else as many quantiles, the least and the greatest among them; all
     * categories; dates of examples at quantiles; for a channel shifts up to two standard deviations.
     *
     * @param inputs [n, ...input shape] whose values count
     * @param points at most, at least 2
     * @throws IllegalArgumentException if the column has too many categories or the points are too few, in words
     */
    public static DependenceAxis of(InputColumn column, Tensor inputs, int points) {
        if (points < 2 || points > 1000) {
            throw new IllegalArgumentException("Ask for 2 to 1000 values, not " + points);
        }
        return switch (column.kind()) {
            case NUMBER -> numbers(column, grid(column, inputs, points));
            case CATEGORY -> categories(column);
            case TOKEN -> tokens(column, inputs);
            case DATE -> dates(column, inputs, points);
            case CHANNEL -> shifts(column, inputs, points);
        };
    }

    /** These values of a column of numbers, rising. */
    public static DependenceAxis numbers(InputColumn column, double[] values) {
        float[] written = new float[values.length];
        for (int i = 0; i < written.length; i++) {
            written[i] = (float) column.scales().get(0).apply(values[i]);
        }
        return new DependenceAxis(
                column.name(),
                Kind.NUMBER,
                DoubleStream.of(values).boxed().toList(),
                List.of(),
                column.places(),
                Tensor.of(written, values.length, 1),
                false);
    }

    private static double[] grid(InputColumn column, Tensor inputs, int points) {
        double[] sorted = values(column, inputs).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        return distinct.length <= points
                ? distinct
                : IntStream.range(0, points)
                        .mapToDouble(i -> InputColumn.tidy(quantile(sorted, (double) i / (points - 1))))
                        .distinct()
                        .toArray();
    }

    private static DoubleStream values(InputColumn column, Tensor inputs) {
        return IntStream.range(0, inputs.rows())
                .mapToDouble(i -> column.value(inputs.row(i).values()));
    }

    /** Between neighbours in a line (type 7 of Hyndman and Fan 1996). */
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static DependenceAxis categories(InputColumn column) {
        int count = column.categories().size();
        checkCount(column, count);
        float[] written = new float[count * count];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < count; i++) {
                written[k * count + i] = (float) column.scales().get(i).apply(i == k ? 1 : 0);
            }
        }
        return new DependenceAxis(
                column.name(),
                Kind.CATEGORY,
                IntStream.range(0, count).mapToObj(k -> (double) k).toList(),
                column.categories(),
                column.places(),
                Tensor.of(written, count, count),
                false);
    }

    private static void checkCount(InputColumn column, int count) {
        if (count > MOST_CATEGORIES) {
            throw new IllegalArgumentException("Column \"" + column.name() + "\" has " + count
                    + " different values, too many to be asked about one by one: " + MOST_CATEGORIES + " at most");
        }
    }

    private static DependenceAxis tokens(InputColumn column, Tensor inputs) {
        double[] ids = values(column, inputs).sorted().distinct().toArray();
        checkCount(column, ids.length);
        float[] written = new float[ids.length];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            written[i] = (float) ids[i];
            labels.add(column.categories().get((int) ids[i]));
        }
        return new DependenceAxis(
                column.name(),
                Kind.CATEGORY,
                DoubleStream.of(ids).boxed().toList(),
                labels,
                column.places(),
                Tensor.of(written, ids.length, 1),
                false);
    }

    /** Dates that occur, with all that the network is told of them. */
    private static DependenceAxis dates(InputColumn column, Tensor inputs, int points) {
        TreeMap<Double, float[]> byDate = new TreeMap<>();
        for (int i = 0; i < inputs.rows(); i++) {
            float[] input = inputs.row(i).values();
            byDate.putIfAbsent(column.value(input), input);
        }
        List<Double> dates = List.copyOf(byDate.keySet());
        int[] chosen = IntStream.range(0, Math.min(points, dates.size()))
                .map(i -> (int)
                        Math.round((double) i * (dates.size() - 1) / Math.max(1, Math.min(points, dates.size()) - 1)))
                .toArray();
        int width = column.places().length;
        float[] written = new float[chosen.length * width];
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            double date = dates.get(chosen[i]);
            float[] input = byDate.getOrDefault(date, new float[0]);
            for (int k = 0; k < width; k++) {
                written[i * width + k] = input[column.places()[k]];
            }
            values.add(date);
            labels.add(day(date));
        }
        return new DependenceAxis(
                column.name(),
                Kind.DATE,
                values,
                labels,
                column.places(),
                Tensor.of(written, chosen.length, width),
                false);
    }

    /** A year with its fraction as yyyy-mm-dd. */
    static String day(double date) {
        int year = (int) Math.floor(date);
        java.time.LocalDate first = java.time.LocalDate.of(year, 1, 1);
        long days = Math.min(first.lengthOfYear() - 1L, Math.round((date - year) * first.lengthOfYear()));
        return first.plusDays(days).toString();
    }

    private static DependenceAxis shifts(InputColumn column, Tensor inputs, int points) {
        double sum = 0;
        double squares = 0;
        long count = (long) inputs.rows() * column.places().length;
        for (int i = 0; i < inputs.rows(); i++) {
            float[] input = inputs.row(i).values();
            for (int k = 0; k < column.places().length; k++) {
                double value = column.raw(input, k);
                sum += value;
                squares += value * value;
            }
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        int width = column.places().length;
        float[] written = new float[points * width];
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double shift = InputColumn.tidy((2.0 * i / (points - 1) - 1) * SHIFT * deviation);
            values.add(shift);
            for (int k = 0; k < width; k++) {
                written[i * width + k] = (float) (shift / column.scales().get(k).deviation());
            }
        }
        return new DependenceAxis(
                column.name(), Kind.SHIFT, values, List.of(), column.places(), Tensor.of(written, points, width), true);
    }

    /** Writes one of the values into inputs [n, ...]. */
    void write(int value, Tensor inputs) {
        float[] values = inputs.values();
        int size = values.length / inputs.rows();
        for (int i = 0; i < inputs.rows(); i++) {
            for (int k = 0; k < places.length; k++) {
                int at = i * size + places[k];
                float given = written.values()[value * places.length + k];
                values[at] = added ? values[at] + given : given;
            }
        }
    }
}
