package org.vitrine.datasets.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrine.datasets.Baselines;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.support.Resources;

/** The baselines of the data sets, from {@code baselines.tsv}. */
final class BaselineTable {
    private static final String PATH = "baselines.tsv";
    private static final int COLUMNS = 5;

    private BaselineTable() {}

    /** By data set; those without a row have none. */
    static Map<String, Baselines> read() {
        try (InputStream in = Resources.open(PATH)) {
            Map<String, Baselines> baselines = new HashMap<>();
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            for (String line : lines) {
                String[] cells = line.split("\t", -1);
                if (cells.length != COLUMNS) {
                    throw new IllegalStateException(PATH + ": " + COLUMNS + " cells are needed in \"" + line + "\"");
                }
                baselines.put(
                        cells[0],
                        new Baselines(
                                Double.parseDouble(cells[1]),
                                Double.parseDouble(cells[2]),
                                Baselines.Unit.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                                cells[4]));
            }
            return baselines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DatasetException e) {
            throw new IllegalStateException(e);
        }
    }
}
