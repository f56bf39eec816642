package org.vitrine.app.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;

/** Relevance with what it belongs to: words, columns, or rows and columns of pixels. */
public final class RelevanceTables {
    private RelevanceTables() {}

    /**
     * One map.
     *
     * @param words of the text; empty for other inputs. Padding behind them is left out
     * @param names of the columns, where there are as many as values; not asked for pixels
     */
    public static Table of(Tensor map, List<String> words, List<String> names) {
        List<String> columns = new ArrayList<>(places(map, words));
        columns.add(Texts.get("live.relevance"));
        return new Table(
                columns,
                words.isEmpty() ? map.size() : Math.min(map.size(), words.size()),
                (row, column) -> cell(map, words, names, row, column));
    }

    /** Maps of several methods over the same input. */
    public static Table ofMethods(Map<String, Tensor> maps, List<String> words, List<String> names) {
        List<String> columns = new ArrayList<>(List.of(Texts.get("relevance.method")));
        List<List<Object>> rows = new ArrayList<>();
        maps.forEach((method, map) -> {
            Table one = of(map, words, names);
            if (columns.size() == 1) {
                columns.addAll(one.columns());
            }
            for (int row = 0; row < one.rows(); row++) {
                List<Object> cells = new ArrayList<>(List.of(method));
                for (int column = 0; column < one.columns().size(); column++) {
                    cells.add(one.cells().at(row, column));
                }
                rows.add(cells);
            }
        });
        return Table.of(columns, rows);
    }

    private static List<String> places(Tensor map, List<String> words) {
        if (!words.isEmpty()) {
            return List.of(Texts.get("live.word"));
        }
        return map.shape().length < 3
                ? List.of(Texts.get("live.column"))
                : List.of(Texts.get("live.row"), Texts.get("live.column"));
    }

    private static Object cell(Tensor map, List<String> words, List<String> names, int row, int column) {
        int places = places(map, words).size();
        if (column == places) {
            return map.values()[row];
        }
        if (!words.isEmpty()) {
            return words.get(row);
        }
        if (places == 1) {
            return names.size() == map.size() ? names.get(row) : (Object) row;
        }
        int width = map.shape()[2];
        return column == 0 ? row / width % map.shape()[1] + 1 : row % width + 1;
    }
}
