package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vitrine.charts.curves.LineChartView;
import org.vitrine.charts.curves.Series;
import org.vitrine.charts.panel.Table;

/** The numbers behind curves: a row for each iteration at which any of them was measured. */
final class CurveTables {
    private CurveTables() {}

    static Optional<Table> of(LineChartView chart) {
        List<Series> series = List.copyOf(chart.getSeries());
        TreeSet<Double> all = new TreeSet<>();
        for (Series one : series) {
            for (int i = 0; i < one.size(); i++) {
                all.add(one.iteration(i));
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        double[] iterations = all.stream().mapToDouble(Double::doubleValue).toArray();
        List<String> columns = new ArrayList<>(List.of("iteration"));
        List<double[]> values = new ArrayList<>();
        for (Series one : series) {
            columns.add(one.name());
            double[] column = new double[iterations.length];
            Arrays.fill(column, Double.NaN);
            for (int i = 0; i < one.size(); i++) {
                column[Arrays.binarySearch(iterations, one.iteration(i))] = one.value(i);
            }
            values.add(column);
        }
        return Optional.of(new Table(
                columns,
                iterations.length,
                (row, column) -> column == 0 ? iterations[row] : values.get(column - 1)[row]));
    }
}
