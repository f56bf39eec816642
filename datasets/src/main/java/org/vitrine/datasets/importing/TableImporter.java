package org.vitrine.datasets.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.CsvRows;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.datasets.read.UserFile;
import org.vitrine.graph.shape.Target;

/** Importers of tables. These are quick enough to be read anew each time, so nothing is packed. */
abstract class TableImporter implements Importer {
    private static final Set<String> ENDS = Set.of("csv", "tsv", "tab", "txt", "dat", "data");
    private static final int PROBED_ROWS = 200;
    private static final int PREVIEWED_ROWS = 2000;
    private static final int SAMPLES = 24;
    private static final int FIRST = 5;

    private final DatasetDescriptor descriptor;

    /** @param own options between the file and how it is written down */
    TableImporter(String id, Task task, List<DatasetOption> own, List<DatasetOption> last) {
        List<DatasetOption> options = new ArrayList<>();
        options.add(DatasetOption.file(TableOptions.FILE));
        options.addAll(own);
        options.addAll(TableOptions.options());
        options.addAll(last);
        descriptor = new DatasetDescriptor(id, task, "your own", "a file on this computer", options);
    }

    static List<DatasetOption> seed() {
        return List.of(CommonOptions.seed());
    }

    /**
     * A table as a data set.
     *
     * @param skipped the first of the rows that could not be taken over
     * @param skippedRows how many there were
     */
    record Loaded(RawDataset data, List<Skipped> skipped, int skippedRows) {}

    abstract Loaded load(Options options) throws DatasetException;

    /** How well a table suits, by its first rows. */
    abstract Match suits(RawTable start);

    /** What to say of the first rows, and what was chosen where the options leave it open. */
    abstract Map<String, String> settled(RawTable start, Options options) throws DatasetException;

    /** The column whose texts are classes, empty if there is none. */
    String classColumn(Map<String, String> settled) {
        return "";
    }

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public String place() {
        return TableOptions.FILE;
    }

    @Override
    public Match probe(Path path) {
        Path file = path.getFileName();
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(path) || !ENDS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return Match.NO;
        }
        try {
            return suits(CsvReader.start(path, CsvDialect.AUTO, PROBED_ROWS));
        } catch (DatasetException e) {
            // Not a table that can be read; whoever insists on it will hear why.
            return Match.NO;
        }
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        return load(Options.of(descriptor, given)).data();
    }

    @Override
    public ImportReport run(Map<String, String> given, ImportProgress progress) throws DatasetException {
        Loaded loaded = load(Options.of(descriptor, given));
        int examples = 0;
        Map<String, Integer> classes = new LinkedHashMap<>();
        Targets targets = loaded.data().stage().targets();
        boolean counts = targets.target().map(Target::kind).orElse(null) == Target.Kind.CLASSES;
        if (counts) {
            targets.names().forEach(name -> classes.put(name, 0));
        }
        for (Part part : Part.values()) {
            Examples in = loaded.data().stage().part(part);
            for (int i = 0; i < in.size() && counts; i++) {
                classes.merge(targets.names().get((int) in.example(i).target().values()[0]), 1, Integer::sum);
            }
            examples += in.size();
            progress.at(ImportProgress.Phase.CONVERTING, examples, 0);
        }
        return new ImportReport(given, examples, classes, loaded.skipped(), loaded.skippedRows(), false);
    }

    @Override
    public ImportPreview preview(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        Path file = UserFile.path(options.text(TableOptions.FILE));
        CsvDialect dialect = TableOptions.dialect(options);
        RawTable start = CsvReader.start(file, dialect, PREVIEWED_ROWS);
        Map<String, String> settled = settled(start, options);
        List<ImportPreview.Sample> samples = new ArrayList<>();
        CsvDialect found;
        try (CsvRows rows = CsvRows.open(file, dialect)) {
            found = rows.dialect();
            List<String> row = rows.next();
            while (row != null && samples.size() < SAMPLES) {
                int at = samples.size();
                double[] numbers = start.columns().stream()
                        .mapToDouble(column -> column.numbers()[at])
                        .toArray();
                samples.add(new ImportPreview.Sample(
                        Integer.toString(rows.number()), "", new Value.Cells(numbers, row), List.of()));
                row = rows.next();
            }
        }
        return new ImportPreview(
                new Content.Cells(
                        start.columns().stream().map(TableImporter::type).toList()),
                samples,
                start.columns().stream().map(TableImporter::summary).toList(),
                found,
                counts(start, classColumn(settled)),
                start.rows(),
                start.rows() < PREVIEWED_ROWS,
                problems(start),
                settled);
    }

    private static Map<String, Integer> counts(RawTable start, String name) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Column column : start.columns()) {
            if (column.name().equals(name) && !column.hasTooManyTexts()) {
                column.texts().stream().sorted().forEach(text -> counts.put(text, 0));
                for (int code : column.codes()) {
                    if (code >= 0) {
                        counts.merge(column.texts().get(code), 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    private static List<Skipped> problems(RawTable start) {
        List<Skipped> problems = new ArrayList<>();
        for (Column column : start.columns()) {
            Column.Dates dates = column.dates();
            if (dates != null && dates.ambiguous()) {
                problems.add(new Skipped(
                        start.name(),
                        "Column \"" + column.name() + "\": day and month may be exchanged; read as " + dates.pattern()
                                + ". Write dates as 2020-12-31 to be sure."));
            } else if (column.type() == Column.Type.EMPTY) {
                problems.add(new Skipped(start.name(), "Column \"" + column.name() + "\" is empty."));
            } else if (column.firstText() >= 0 && column.numeric() > column.rows() / 2) {
                problems.add(new Skipped(
                        start.name(),
                        "Row " + start.rowNumbers()[column.firstText()] + ", column \"" + column.name() + "\": \""
                                + shortened(column.firstTextCell())
                                + "\" is not a usable number, but most cells are."));
            }
        }
        return problems;
    }

    private static Content.ColumnType type(Column column) {
        return switch (column.type()) {
            case NUMBER -> new Content.ColumnType(column.name(), Content.ColumnType.Kind.NUMBER, List.of());
            case DATE -> new Content.ColumnType(column.name(), Content.ColumnType.Kind.DATE, List.of());
            default -> new Content.ColumnType(column.name(), Content.ColumnType.Kind.CATEGORY, column.texts());
        };
    }

    private static ImportPreview.ColumnSummary summary(Column column) {
        List<String> first = column.texts().stream()
                .limit(FIRST)
                .map(TableImporter::shortened)
                .toList();
        return new ImportPreview.ColumnSummary(
                column.name(), column.type(), column.missing(), column.texts().size(), first);
    }

    /** The first column that something holds of, empty if there is none. */
    static String first(RawTable table, Function<Column, Boolean> suits) {
        return table.columns().stream()
                .filter(suits::apply)
                .map(Column::name)
                .findFirst()
                .orElse("");
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
