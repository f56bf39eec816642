package org.vitrine.charts.effects;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.charts.render.Axis;

/**
 * The values of a column along an axis.
 *
 * @param values rising
 * @param labels one for each value where they have names, else none
 * @param spaced whether neighbours stand at even distances, as categories do, rather than where their values are
 */
public record ValueAxis(String name, List<Double> values, List<String> labels, boolean spaced) {
    private static final double MARGIN = 0.5;

    public ValueAxis {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    /** Where the values stand. */
    public List<Double> places() {
        if (!spaced) {
            return values;
        }
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            places.add((double) i);
        }
        return places;
    }

    /** Where any value stands. */
    public double place(double value) {
        return spaced ? values.indexOf(value) : value;
    }

    Axis axis() {
        if (spaced) {
            return Axis.linear(-MARGIN, values.size() - 1 + MARGIN);
        }
        double low = values.get(0);
        double high = values.get(values.size() - 1);
        return low < high ? Axis.linear(low, high) : Axis.around(low, high, false);
    }
}
