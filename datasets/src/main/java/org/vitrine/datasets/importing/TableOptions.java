package org.vitrine.datasets.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.read.CsvDialect;

/** How a table is written down, as options. */
final class TableOptions {
    static final String FILE = "file";
    private static final String HEADER = "header";
    private static final String SEPARATOR = "separator";
    private static final String DECIMAL = "decimal";
    private static final String AUTO = "auto";
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');
    private static final Map<String, Character> DECIMALS = Map.of("point", '.', "comma", ',');

    private TableOptions() {}

    static List<DatasetOption> options() {
        return List.of(
                DatasetOption.choice(HEADER, AUTO, List.of(AUTO, "yes", "no")),
                DatasetOption.choice(SEPARATOR, AUTO, List.of(AUTO, "comma", "semicolon", "tab", "pipe")),
                DatasetOption.choice(DECIMAL, AUTO, List.of(AUTO, "point", "comma")));
    }

    static CsvDialect dialect(Options options) {
        return new CsvDialect(
                SEPARATORS.getOrDefault(options.text(SEPARATOR), '\0'),
                '\0',
                DECIMALS.getOrDefault(options.text(DECIMAL), '\0'),
                CsvDialect.Header.valueOf(options.text(HEADER).toUpperCase(Locale.ROOT)));
    }

    /** Names separated by commas. */
    static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
