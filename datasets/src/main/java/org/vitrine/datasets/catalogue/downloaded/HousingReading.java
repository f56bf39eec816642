package org.vitrine.datasets.catalogue.downloaded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.prepare.TableDivision;
import org.vitrine.datasets.prepare.TableEncoder;
import org.vitrine.datasets.prepare.TableRequest;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.RawTable;

/** California housing: numbers without a header, the median house value last. */
final class HousingReading implements DownloadedSource.Reading {
    private static final CsvDialect DIALECT = new CsvDialect(',', '"', '.', CsvDialect.Header.NO);
    private static final List<String> COLUMNS = List.of(
            "longitude",
            "latitude",
            "median age",
            "rooms",
            "bedrooms",
            "population",
            "households",
            "median income",
            "median house value");

    @Override
    public RawDataset read(DatasetDescriptor descriptor, Options options, List<Path> files) throws DatasetException {
        Path file = files.get(0).resolve("CaliforniaHousing").resolve("cal_housing.data");
        RawTable table;
        try (InputStream in = Files.newInputStream(file)) {
            table = CsvReader.read(in, file.toString(), DIALECT);
        } catch (IOException e) {
            throw DownloadedSources.wrong(file, "can not be read");
        }
        if (table.columns().size() != COLUMNS.size()) {
            throw DownloadedSources.wrong(
                    file, "has " + table.columns().size() + " columns instead of " + COLUMNS.size());
        }
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            named.add(table.columns().get(i).named(COLUMNS.get(i)));
        }
        TableRequest request = new TableRequest(
                COLUMNS.get(COLUMNS.size() - 1),
                TableRequest.Goal.REGRESSION,
                Set.of(),
                TableRequest.Missing.DROP_ROWS,
                TableDivision.STRATIFIED,
                options.integer(CommonOptions.SEED));
        return new TableEncoder(new RawTable(table.name(), named, table.rowNumbers()), request).encode(descriptor);
    }
}
