package org.vitrine.datasets.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.datasets.read.UserFile;
import org.vitrine.graph.model.StepReference;

/** Measurements over time, one row for each moment. The first part trains, a later one validates, the last one tests. */
public final class SeriesTable extends TableImporter {
    private static final String TIME = "time";
    private static final String COLUMNS = "columns";
    private static final String MISSING = "missing";
    private static final String PREVIOUS = "previous";
    private static final int LEAST_ROWS = 30;

    public SeriesTable() {
        super(
                "series-csv",
                Task.FORECASTING,
                List.of(
                        DatasetOption.text(TIME, ""),
                        DatasetOption.text(COLUMNS, ""),
                        DatasetOption.choice(MISSING, "refuse", List.of("refuse", PREVIOUS))),
                List.of(CommonOptions.validation(0.15), DatasetOption.number(Parts.TEST, 0.15, 0.02, 0.5)));
    }

    @Override
    Loaded load(Options options) throws DatasetException {
        RawTable table = CsvReader.read(UserFile.path(options.text(TableOptions.FILE)), TableOptions.dialect(options));
        Map<String, String> settled = settled(table, options);
        checkRising(table, settled.getOrDefault(TIME, ""));
        List<Column> columns = new ArrayList<>();
        for (String name : TableOptions.names(settled.getOrDefault(COLUMNS, ""))) {
            columns.add(column(table, name));
        }
        int rows = table.rows();
        if (rows < LEAST_ROWS) {
            throw new DatasetException("File " + table.name() + " has " + rows + " rows; at least " + LEAST_ROWS
                    + " moments are needed for training, validation and test.");
        }
        List<float[]> values = new ArrayList<>();
        for (Column column : columns) {
            values.add(values(column, table, options.text(MISSING).equals(PREVIOUS)));
        }
        int test = (int) Math.max(1, Math.round(rows * options.number(Parts.TEST)));
        int validation = (int) Math.max(1, Math.round(rows * options.number(CommonOptions.VALIDATION)));
        int train = rows - test - validation;
        if (train < 1) {
            throw new DatasetException(
                    "The shares of validation and test leave nothing to train on. Make them smaller.");
        }
        List<String> names = columns.stream().map(Column::name).toList();
        return new Loaded(
                new RawDataset(
                        descriptor(),
                        new Stage(
                                new Content.Series(
                                        names,
                                        names.stream()
                                                .map(name -> Scale.IDENTITY)
                                                .toList()),
                                Targets.NONE,
                                part(values, 0, train),
                                part(values, train, train + validation),
                                part(values, train + validation, rows)),
                        List.of(StepReference.of("normalise"), StepReference.of("windows"))),
                List.of(),
                0);
    }

    private static Examples part(List<float[]> columns, int from, int to) {
        float[] values = new float[columns.size() * (to - from)];
        for (int i = 0; i < columns.size(); i++) {
            System.arraycopy(columns.get(i), from, values, i * (to - from), to - from);
        }
        return Examples.of(List.of(Example.of(Value.Numbers.of(Tensor.of(values, columns.size(), to - from)))));
    }

    private static float[] values(Column column, RawTable table, boolean previous) throws DatasetException {
        float[] values = new float[column.rows()];
        for (int row = 0; row < values.length; row++) {
            double value = column.numbers()[row];
            boolean isEmpty = column.isMissing(row);
            if (Double.isNaN(value) && (!isEmpty || !previous || row == 0)) {
                throw new DatasetException("File " + table.name() + ", row " + table.rowNumbers()[row] + ", column \""
                        + column.name() + "\": "
                        + (isEmpty
                                ? "the cell is empty. Fill it in, or set the option \"" + MISSING + "\" to \""
                                        + PREVIOUS + "\" (not for the first row)."
                                : "not a usable number. Write numbers with a decimal point and no unit, or leave the"
                                        + " column out."));
            }
            values[row] = Double.isNaN(value) ? values[row - 1] : (float) value;
        }
        return values;
    }

    private static void checkRising(RawTable table, String time) throws DatasetException {
        if (time.isEmpty()) {
            return;
        }
        Column column = column(table, time);
        double[] moments = moments(column);
        for (int row = 0; row < moments.length; row++) {
            if (Double.isNaN(moments[row]) || (row > 0 && moments[row] <= moments[row - 1])) {
                throw new DatasetException("File " + table.name() + ", row " + table.rowNumbers()[row] + ", column \""
                        + time + "\": "
                        + (Double.isNaN(moments[row])
                                ? "no time is given"
                                : "the time is not after that of the row above")
                        + ". Sort the rows by time, with one row for each moment.");
            }
        }
    }

    private static double[] moments(Column column) {
        return column.dates() != null ? column.dates().seconds() : column.numbers();
    }

    @Override
    Match suits(RawTable start) {
        String time = guessedTime(start);
        if (time.isEmpty() || start.columns().stream().noneMatch(column -> isValues(column, time))) {
            return Match.NO;
        }
        boolean dates = start.columns().stream().anyMatch(column -> column.type() == Column.Type.DATE);
        return dates ? Match.LIKELY : Match.POSSIBLE;
    }

    @Override
    Map<String, String> settled(RawTable start, Options options) throws DatasetException {
        String time = options.text(TIME).isEmpty() ? guessedTime(start) : options.text(TIME);
        if (!time.isEmpty()) {
            column(start, time);
        }
        List<String> columns = TableOptions.names(options.text(COLUMNS));
        if (columns.isEmpty()) {
            columns = start.columns().stream()
                    .filter(column -> isValues(column, time))
                    .map(Column::name)
                    .toList();
        }
        if (columns.isEmpty()) {
            throw new DatasetException("File " + start.name()
                    + " has no column of numbers besides the time. Name the columns in the option \"" + COLUMNS
                    + "\".");
        }
        for (String name : columns) {
            column(start, name);
        }
        Map<String, String> settled = new LinkedHashMap<>();
        settled.put(TIME, time);
        settled.put(COLUMNS, String.join(", ", columns));
        return settled;
    }

    private static boolean isValues(Column column, String time) {
        return !column.name().equals(time)
                && column.numeric() > 0
                && column.numeric() + column.missing() == column.rows();
    }

    /** Dates, or numbers that rise from row to row; empty if there are none. */
    private static String guessedTime(RawTable table) {
        String dates = first(table, column -> column.type() == Column.Type.DATE);
        if (!dates.isEmpty() || table.columns().size() < 2) {
            return dates;
        }
        Column column = table.columns().get(0);
        for (int row = 0; row < column.rows(); row++) {
            double value = column.numbers()[row];
            if (Double.isNaN(value) || (row > 0 && value <= column.numbers()[row - 1])) {
                return "";
            }
        }
        return column.name();
    }

    private static Column column(RawTable table, String name) throws DatasetException {
        for (Column column : table.columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw new DatasetException("File " + table.name() + " has no column \"" + name + "\". It has: "
                + shortened(String.join(", ", table.columnNames())) + ".");
    }
}
