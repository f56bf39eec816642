package org.vitrine.datasets.read;

import java.util.List;

/**
 * A table as it was read.
 *
 * @param name how messages call the file
 * @param rowNumbers row in the file by row index, counted from 1 as spreadsheets do, header and blank rows included
 */
public record RawTable(String name, List<Column> columns, int[] rowNumbers) {
    public RawTable {
        columns = List.copyOf(columns);
    }

    public int rows() {
        return rowNumbers.length;
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
