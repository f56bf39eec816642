package org.vitrine.datasets.catalogue.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.support.Resources;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.RawTable;

class RecordSourceTest {

    @Test
    void recordsAreWholeAndInOrder() throws DatasetException {
        assertThat(lengths(RecordSource.co2())).containsExactly(522, 112, 112);
        assertThat(lengths(RecordSource.sunspots())).containsExactly(1974, 423, 423);
        assertThat(lengths(RecordSource.airPassengers())).containsExactly(101, 21, 22);
        assertThat(lengths(RecordSource.seattleWeather())).containsExactly(1023, 219, 219);
        Tensor first = record(RecordSource.co2().read(Map.of()).stage().train());
        assertThat(first.values()[0]).isEqualTo(315.70f);
        Tensor last = record(RecordSource.co2().read(Map.of()).stage().test());
        assertThat(last.values()[last.size() - 1]).isEqualTo(416.18f);
        assertThat(record(RecordSource.airPassengers().read(Map.of()).stage().train())
                        .values())
                .startsWith(112, 118, 132);
    }

    @Test
    void weatherHasOneRowForEachMeasurement() throws DatasetException {
        Tensor train =
                record(RecordSource.seattleWeather().read(Map.of()).stage().train());
        assertThat(train.shape()).containsExactly(4, 1023);
        assertThat(train.row(0).values()).startsWith(12.8f, 10.6f);
        assertThat(train.row(1).values()).startsWith(5.0f, 2.8f);
        assertThat(train.row(3).values()).startsWith(4.7f, 4.5f);
    }

    @Test
    void missingMonthsLieBetweenTheirNeighbours() throws DatasetException {
        String path = "co2/co2-mauna-loa.csv";
        RawTable table =
                CsvReader.read(Resources.open(path), path, new CsvDialect(',', '"', '.', CsvDialect.Header.YES));
        assertThat(table.rows()).isEqualTo(741);
        double[] filled = Months.filled(
                Objects.requireNonNull(table.columns().get(0).dates()),
                table.columns().get(1).numbers());
        assertThat(filled).hasSize(746);
        // June and October 1958 were not measured.
        assertThat(filled[3]).isCloseTo((filled[2] + filled[4]) / 2, within(1e-9));
        for (int i = 1; i < filled.length; i++) {
            assertThat(Math.abs(filled[i] - filled[i - 1])).isLessThan(3);
        }
    }

    private static int[] lengths(RecordSource source) throws DatasetException {
        RawDataset raw = source.read(Map.of());
        return new int[] {
            record(raw.stage().train()).shape()[1],
            record(raw.stage().validation()).shape()[1],
            record(raw.stage().test()).shape()[1]
        };
    }

    private static Tensor record(Examples part) {
        assertThat(part.size()).isEqualTo(1);
        return part.example(0).numbers().tensor();
    }
}
