package org.vitrine.datasets.catalogue.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.prepare.TableEncoder;
import org.vitrine.datasets.prepare.TableRequest;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.datasets.read.UserFile;

/** The user's own table. */
public final class CsvSource implements DatasetSource {
    private static final String FILE = "file";
    private static final String TARGET = "target";
    private static final String TASK = "task";
    private static final String HEADER = "header";
    private static final String SEPARATOR = "separator";
    private static final String DECIMAL = "decimal";
    private static final String IGNORE = "ignore";
    private static final String MISSING = "missing";
    private static final String AUTO = "auto";
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');
    private static final Map<String, Character> DECIMALS = Map.of("point", '.', "comma", ',');

    private final DatasetDescriptor descriptor = new DatasetDescriptor(
            "csv",
            Task.TABLE_CLASSIFICATION,
            "your own",
            "a file on this computer",
            List.of(
                    DatasetOption.file(FILE),
                    DatasetOption.text(TARGET, ""),
                    DatasetOption.choice(TASK, AUTO, List.of(AUTO, "classification", "regression")),
                    DatasetOption.text(IGNORE, ""),
                    DatasetOption.choice(MISSING, "refuse", List.of("refuse", "drop rows", "fill")),
                    DatasetOption.choice(HEADER, AUTO, List.of(AUTO, "yes", "no")),
                    DatasetOption.choice(SEPARATOR, AUTO, List.of(AUTO, "comma", "semicolon", "tab", "pipe")),
                    DatasetOption.choice(DECIMAL, AUTO, List.of(AUTO, "point", "comma")),
                    CommonOptions.seed()));

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        CsvDialect dialect = new CsvDialect(
                SEPARATORS.getOrDefault(options.text(SEPARATOR), '\0'),
                '\0',
                DECIMALS.getOrDefault(options.text(DECIMAL), '\0'),
                CsvDialect.Header.valueOf(options.text(HEADER).toUpperCase(Locale.ROOT)));
        RawTable table = CsvReader.read(UserFile.path(options.text(FILE)), dialect);
        TableRequest request = new TableRequest(
                options.text(TARGET),
                TableRequest.Goal.valueOf(options.text(TASK).toUpperCase(Locale.ROOT)),
                names(options.text(IGNORE)),
                TableRequest.Missing.valueOf(
                        options.text(MISSING).toUpperCase(Locale.ROOT).replace(' ', '_')),
                options.integer(CommonOptions.SEED));
        return new TableEncoder(table, request).encode(descriptor);
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
