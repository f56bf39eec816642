package org.vitrine.datasets.read;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.datasets.DatasetException;

/** Reads whole tables, so that memory holds numbers and not texts. */
public final class CsvReader {
    /** Beyond this the numbers of a table alone fill the memory of a small machine. */
    private static final long MOST_CELLS = 20_000_000;

    private CsvReader() {}

    /** Reads the user's own file. */
    public static RawTable read(Path file, CsvDialect dialect) throws DatasetException {
        return start(file, dialect, Integer.MAX_VALUE);
    }

    /** Reads the first rows of the user's own file. */
    public static RawTable start(Path file, CsvDialect dialect, int mostRows) throws DatasetException {
        try (CsvRows rows = CsvRows.open(file, dialect)) {
            return read(rows, file.toString(), mostRows);
        }
    }

    /**
     * Reads a table from a stream.
     *
     * @param name how messages call the file
     */
    public static RawTable read(InputStream in, String name, CsvDialect dialect) throws DatasetException {
        try (CsvRows rows = new CsvRows(in, name, dialect)) {
            return read(rows, name, Integer.MAX_VALUE);
        }
    }

    /** The number in a cell, NaN if there is none. */
    public static double number(String cell, char decimal) {
        return ColumnBuilder.number(cell, decimal);
    }

    private static RawTable read(CsvRows csv, String name, int mostRows) throws DatasetException {
        List<String> names = csv.names();
        List<ColumnBuilder> columns = new ArrayList<>();
        names.forEach(column -> columns.add(new ColumnBuilder(csv.dialect().decimal())));
        int[] rowNumbers = new int[64];
        int rows = 0;
        for (List<String> row = csv.next(); row != null && rows < mostRows; row = csv.next()) {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).add(row.get(i));
            }
            if (rows == rowNumbers.length) {
                rowNumbers = Arrays.copyOf(rowNumbers, 2 * rows);
            }
            rowNumbers[rows++] = csv.number();
            if ((long) rows * columns.size() > MOST_CELLS) {
                throw new DatasetException(
                        "File " + name + ", row " + csv.number() + ": more than " + MOST_CELLS / 1_000_000
                                + " million values. Save a part of its rows or columns as a file of its own.");
            }
        }
        if (rows == 0) {
            throw new DatasetException("File " + name + " has a row of column names but no rows of values below it.");
        }
        List<Column> built = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            built.add(columns.get(i).build(names.get(i)));
        }
        return new RawTable(name, built, Arrays.copyOf(rowNumbers, rows));
    }
}
