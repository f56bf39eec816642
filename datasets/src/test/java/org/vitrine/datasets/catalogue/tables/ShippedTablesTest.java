package org.vitrine.datasets.catalogue.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.ColumnType;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.RawDataset;

class ShippedTablesTest {

    @Test
    void carsHaveYearsAndNoNames() throws DatasetException {
        RawDataset cars = TableSource.cars().read(Map.of());
        List<ColumnType> columns = ((Content.Cells) cars.stage().content()).columns();
        assertThat(columns.stream().map(ColumnType::name))
                .containsExactly(
                        "Cylinders", "Displacement", "Horsepower", "Weight in lbs", "Acceleration", "Year", "Origin");
        assertThat(columns.get(5).kind()).isEqualTo(ColumnType.Kind.NUMBER);
        assertThat(columns.get(6).categories()).containsExactly("Europe", "Japan", "USA");
        assertThat(cars.stage().targets().names()).containsExactly("Miles per Gallon");
        assertThat(rows(cars)).isEqualTo(392);
    }

    @Test
    void weatherHasFiveKinds() throws DatasetException {
        RawDataset weather = TableSource.weatherKind().read(Map.of());
        assertThat(weather.stage().targets().names()).containsExactly("drizzle", "fog", "rain", "snow", "sun");
        assertThat(rows(weather)).isEqualTo(1461);
    }

    private static int rows(RawDataset raw) {
        return raw.stage().train().size()
                + raw.stage().validation().size()
                + raw.stage().test().size();
    }
}
