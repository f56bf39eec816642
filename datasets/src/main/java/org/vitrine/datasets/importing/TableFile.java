package org.vitrine.datasets.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.prepare.TableDivision;
import org.vitrine.datasets.prepare.TableEncoder;
import org.vitrine.datasets.prepare.TableRequest;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.datasets.read.UserFile;

/** A table with one row for each example and a column to predict. */
public final class TableFile extends TableImporter {
    private static final String TARGET = "target";
    private static final String TASK = "task";
    private static final String IGNORE = "ignore";
    private static final String MISSING = "missing";
    private static final String SPLIT = "split";
    private static final String SPLIT_COLUMN = "splitColumn";
    private static final String AUTO = "auto";

    public TableFile() {
        super(
                "csv",
                Task.TABLE_CLASSIFICATION,
                List.of(
                        DatasetOption.text(TARGET, ""),
                        DatasetOption.choice(TASK, AUTO, List.of(AUTO, "classification", "regression")),
                        DatasetOption.text(IGNORE, ""),
                        DatasetOption.choice(MISSING, "refuse", List.of("refuse", "drop rows", "fill")),
                        DatasetOption.choice(SPLIT, "stratified", List.of("stratified", "by group", "by time")),
                        DatasetOption.text(SPLIT_COLUMN, "")),
                seed());
    }

    @Override
    Loaded load(Options options) throws DatasetException {
        RawTable table = CsvReader.read(UserFile.path(options.text(TableOptions.FILE)), TableOptions.dialect(options));
        checkWidth(table);
        TableRequest request = new TableRequest(
                options.text(TARGET),
                TableRequest.Goal.valueOf(options.text(TASK).toUpperCase(Locale.ROOT)),
                Set.copyOf(TableOptions.names(options.text(IGNORE))),
                TableRequest.Missing.valueOf(
                        options.text(MISSING).toUpperCase(Locale.ROOT).replace(' ', '_')),
                division(options),
                options.integer(CommonOptions.SEED));
        return new Loaded(new TableEncoder(table, request).encode(descriptor()), List.of(), 0);
    }

    private static TableDivision division(Options options) throws DatasetException {
        TableDivision.Kind kind = TableDivision.Kind.valueOf(
                options.text(SPLIT).toUpperCase(Locale.ROOT).replace(' ', '_'));
        String column = options.text(SPLIT_COLUMN);
        if (kind == TableDivision.Kind.STRATIFIED) {
            return TableDivision.STRATIFIED;
        }
        if (column.isEmpty()) {
            throw new DatasetException("To split " + options.text(SPLIT)
                    + ", name the column to split by: the option \"" + SPLIT_COLUMN + "\" is empty.");
        }
        return new TableDivision(kind, column);
    }

    static void checkWidth(RawTable table) throws DatasetException {
        if (table.columns().size() < 2) {
            throw new DatasetException("File " + table.name()
                    + " has only one column; at least an input and a target are needed. Is the separator right? It may be a comma,"
                    + " semicolon, tab or pipe.");
        }
    }

    @Override
    Match suits(RawTable start) {
        return start.columns().size() < 2 ? Match.NO : Match.POSSIBLE;
    }

    @Override
    Map<String, String> settled(RawTable start, Options options) throws DatasetException {
        checkWidth(start);
        Map<String, String> settled = new HashMap<>();
        String target = options.text(TARGET);
        settled.put(
                TARGET,
                target.isEmpty() ? start.columnNames().get(start.columns().size() - 1) : target);
        return settled;
    }

    @Override
    String classColumn(Map<String, String> settled) {
        return settled.getOrDefault(TARGET, "");
    }
}
