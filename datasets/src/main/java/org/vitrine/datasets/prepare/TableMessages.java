package org.vitrine.datasets.prepare;

import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.RawTable;

/** One place for what may be wrong with the cells of a table: file, row, column, and the way out. */
record TableMessages(RawTable table) {

    DatasetException notANumber(Column column) {
        return at(
                column.firstText(),
                column,
                "\"" + shortened(column.firstTextCell()) + "\" is not a usable number, but " + column.numeric()
                        + " of the "
                        + column.rows()
                        + " cells are numbers. Write numbers with a decimal point and no unit or thousands separator, or ignore"
                        + " the column.");
    }

    DatasetException missing(Column column, int row) {
        return at(
                row,
                column,
                "the cell is empty. Fill it in, delete the row, ignore the column, or set the option \"missing\" to \"drop"
                        + " rows\".");
    }

    DatasetException atColumn(Column column, String what) {
        return new DatasetException("File " + table.name() + ": column \"" + column.name() + "\" " + what);
    }

    DatasetException noColumn(String name, String role) {
        return new DatasetException("File " + table.name() + " has no column \"" + name + "\" " + role + ". It has: "
                + shortened(String.join(", ", table.columnNames())) + ".");
    }

    private DatasetException at(int row, Column column, String what) {
        return new DatasetException("File " + table.name() + ", row " + table.rowNumbers()[row] + ", column \""
                + column.name() + "\": " + what);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
