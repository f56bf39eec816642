package org.vitrine.datasets.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.CsvRows;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.datasets.read.UserFile;
import org.vitrine.graph.model.StepReference;

/** A table with a column of texts and a column of their classes. */
public final class TextTable extends TableImporter {
    private static final String TEXT = "text";
    private static final String LABEL = "label";
    private static final int GUESSED_FROM = 200;
    private static final int MOST_CLASSES = 1000;
    private static final int MOST_LISTED = 1000;
    /** Texts are longer than this on average. */
    private static final int SHORTEST = 20;

    public TextTable() {
        super(
                "text-csv",
                Task.TEXT_CLASSIFICATION,
                List.of(DatasetOption.text(TEXT, ""), DatasetOption.text(LABEL, "")),
                Parts.options());
    }

    @Override
    Loaded load(Options options) throws DatasetException {
        java.nio.file.Path file = UserFile.path(options.text(TableOptions.FILE));
        Map<String, String> chosen =
                settled(CsvReader.start(file, TableOptions.dialect(options), GUESSED_FROM), options);
        List<Value.Text> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int skippedRows = 0;
        try (CsvRows rows = CsvRows.open(file, TableOptions.dialect(options))) {
            int textColumn = rows.column(chosen.getOrDefault(TEXT, ""), "of texts");
            int labelColumn = rows.column(chosen.getOrDefault(LABEL, ""), "of classes");
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                if (row.get(textColumn).isBlank() || row.get(labelColumn).isBlank()) {
                    skippedRows++;
                    if (skipped.size() < MOST_LISTED) {
                        skipped.add(new Skipped(file + ", row " + rows.number(), "The text or its class is empty."));
                    }
                    continue;
                }
                texts.add(new Value.Text(row.get(textColumn)));
                labels.add(row.get(labelColumn));
            }
        }
        List<String> classes = classes(labels, file.toString(), chosen.getOrDefault(LABEL, ""));
        Map<String, Integer> codes = new TreeMap<>();
        classes.forEach(name -> codes.put(name, codes.size()));
        int[] targets = labels.stream().mapToInt(codes::get).toArray();
        Partition parts = Partition.stratified(
                targets,
                classes.size(),
                options.number(CommonOptions.VALIDATION),
                options.number(Parts.TEST),
                options.integer(CommonOptions.SEED));
        Parts.check("File " + file, targets.length, parts);
        return new Loaded(
                RawDataset.classified(
                        descriptor(),
                        new Content.Text(),
                        texts,
                        targets,
                        classes,
                        parts,
                        List.of(StepReference.of("tokenise"), StepReference.of("pad"))),
                skipped,
                skippedRows);
    }

    private static List<String> classes(List<String> labels, String file, String column) throws DatasetException {
        List<String> classes = labels.stream().distinct().sorted().toList();
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw new DatasetException("File " + file + ": column \"" + column + "\" holds " + classes.size()
                    + " different classes; 2 to " + MOST_CLASSES
                    + " can be told apart. Choose another column in the option \""
                    + LABEL + "\".");
        }
        return classes;
    }

    @Override
    Match suits(RawTable start) {
        String text = longest(start, "");
        String label = fewest(start, text);
        return text.isEmpty() || label.isEmpty() || meanLength(column(start, text)) < SHORTEST
                ? Match.NO
                : Match.LIKELY;
    }

    @Override
    Map<String, String> settled(RawTable start, Options options) throws DatasetException {
        String label = options.text(LABEL);
        String text = options.text(TEXT).isEmpty() ? longest(start, label) : options.text(TEXT);
        String chosen = label.isEmpty() ? fewest(start, text) : label;
        if (text.isEmpty() || chosen.isEmpty()) {
            throw new DatasetException("File " + start.name()
                    + " has no column of texts with a column of classes beside it. Name them in the options \"" + TEXT
                    + "\" and \"" + LABEL + "\"; there are: " + shortened(String.join(", ", start.columnNames()))
                    + ".");
        }
        Map<String, String> settled = new LinkedHashMap<>();
        settled.put(TEXT, text);
        settled.put(LABEL, chosen);
        return settled;
    }

    @Override
    String classColumn(Map<String, String> settled) {
        return settled.getOrDefault(LABEL, "");
    }

    private static String longest(RawTable table, String but) {
        return table.columns().stream()
                .filter(column -> !column.name().equals(but) && column.numeric() < column.rows() / 2 + 1)
                .filter(column -> column.missing() < column.rows())
                .max(Comparator.comparingDouble(TextTable::meanLength))
                .map(Column::name)
                .orElse("");
    }

    private static String fewest(RawTable table, String but) {
        return table.columns().stream()
                .filter(column -> !column.name().equals(but) && !column.hasTooManyTexts())
                .filter(column -> column.texts().size() > 1 && column.texts().size() <= Math.max(2, column.rows() / 2))
                .min(Comparator.comparingInt(column -> column.texts().size()))
                .map(Column::name)
                .orElse("");
    }

    private static Column column(RawTable table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double meanLength(Column column) {
        return column.hasTooManyTexts()
                ? Double.MAX_VALUE
                : column.texts().stream().mapToInt(String::length).average().orElse(0);
    }
}
