package org.vitrine.charts.panel;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vitrine.graph.json.AtomicFiles;

/** The numbers behind a panel, all of them. Rows are made when they are written, so that there may be many. */
public record Table(List<String> columns, int rows, Cells cells) {
    public Table {
        columns = List.copyOf(columns);
    }

    /** What stands in a cell: a text or a number. NaN becomes an empty cell. */
    @FunctionalInterface
    public interface Cells {
        Object at(int row, int column);
    }

    /** A table of rows that are there already. */
    public static Table of(List<String> columns, List<? extends List<?>> rows) {
        return new Table(columns, rows.size(), (row, column) -> rows.get(row).get(column));
    }

    /** Writes a CSV file (RFC 4180, UTF-8), whole or not at all. */
    public void writeCsv(Path file) throws IOException {
        AtomicFiles.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
            csv.printRecord(columns);
            for (int row = 0; row < rows; row++) {
                List<Object> values = new ArrayList<>();
                for (int column = 0; column < columns.size(); column++) {
                    Object cell = cells.at(row, column);
                    values.add(cell instanceof Number number && Double.isNaN(number.doubleValue()) ? "" : cell);
                }
                csv.printRecord(values);
            }
            csv.flush();
        });
    }
}
