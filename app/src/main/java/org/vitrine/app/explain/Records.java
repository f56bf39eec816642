package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.RecordFigure;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;

/** Measurements over time in their own units, on the colours of what counted. */
public final class Records {
    private Records() {}

    /**
     * The lines of all columns, the first of which stands out.
     *
     * @param input [columns, time]
     * @param relevance [time]
     */
    public static RecordFigure figure(Presentation presentation, Tensor input, Tensor relevance, boolean signed) {
        int[] shape = input.shape();
        int columns = shape.length == 2 ? shape[0] : 1;
        int length = input.size() / columns;
        float[] raw = new float[input.size()];
        List<Double> least = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            Optional<Scale> scale = scale(presentation, column);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = column * length; i < (column + 1) * length; i++) {
                double value = input.values()[i];
                raw[i] = (float) (scale.isPresent() ? scale.get().invert(value) : value);
                low = Math.min(low, raw[i]);
                high = Math.max(high, raw[i]);
            }
            least.add(low);
            most.add(high);
        }
        List<Double> steps = relevance.size() == length
                ? IntStream.range(0, length)
                        .mapToObj(i -> (double) relevance.values()[i])
                        .toList()
                : List.of();
        return new RecordFigure(
                names(presentation, columns), Tensor.of(raw, columns, length), 0, least, most, steps, signed);
    }

    private static Optional<Scale> scale(Presentation presentation, int column) {
        return presentation instanceof Presentation.Series series
                        && column < series.scales().size()
                ? Optional.of(series.scales().get(column))
                : Optional.empty();
    }

    private static List<String> names(Presentation presentation, int count) {
        List<String> names = presentation instanceof Presentation.Series series ? series.columns() : List.of();
        return names.size() == count
                ? names
                : IntStream.range(0, count)
                        .mapToObj(i -> count == 1 ? Texts.get("explain.sound") : Integer.toString(i + 1))
                        .toList();
    }
}
