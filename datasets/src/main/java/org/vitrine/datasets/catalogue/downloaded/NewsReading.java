package org.vitrine.datasets.catalogue.downloaded;

import java.nio.file.Path;
import java.util.List;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.CsvRows;

/** AG News: rows of class, title and description, without a header; one file to train on and one to test with. */
final class NewsReading implements DownloadedSource.Reading {
    private static final List<String> CLASSES = List.of("World", "Sports", "Business", "Sci/Tech");
    private static final CsvDialect DIALECT = new CsvDialect(',', '"', '.', CsvDialect.Header.NO);
    private static final int COLUMNS = 3;
    private static final int WORDS = 64;

    @Override
    public RawDataset read(DatasetDescriptor descriptor, Options options, List<Path> files) throws DatasetException {
        return Texts.dataset(
                descriptor, options, CLASSES, texts(files.get(0)), texts(files.get(1)), WORDS, files.get(0));
    }

    private static Texts texts(Path file) throws DatasetException {
        Texts texts = new Texts();
        try (CsvRows rows = CsvRows.open(file, DIALECT)) {
            if (rows.names().size() != COLUMNS) {
                throw DownloadedSources.wrong(file, "has " + rows.names().size() + " columns instead of " + COLUMNS);
            }
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                if (!row.get(0).matches("[1-4]")) {
                    throw DownloadedSources.wrong(
                            file,
                            "has the class \"" + row.get(0) + "\" in row " + rows.number() + " instead of 1 to 4");
                }
                // Line ends within an item are written as backslashes.
                String text = (row.get(1) + ". " + row.get(2)).replace('\\', ' ');
                texts.add(text, Integer.parseInt(row.get(0)) - 1);
            }
        }
        return texts;
    }
}
