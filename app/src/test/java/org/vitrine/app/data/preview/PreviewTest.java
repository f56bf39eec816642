package org.vitrine.app.data.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;

class PreviewTest {
    private static Preview preview(String dataset) throws DatasetException {
        return Look.at(DatasetCatalogue.builtIn(), DataReference.of(dataset), Optional.empty())
                .preview();
    }

    @ParameterizedTest
    @CsvSource({
        "digits, Pictures",
        "shapes, Pictures",
        "sentiment-grammar, Writings",
        "token-order, Writings",
        "co2, Recording",
        "moons, Plane",
        "iris, Rows",
        "keywords, Listed"
    })
    void eachKindOfDataHasItsPreview(String dataset, String kind) throws DatasetException {
        assertThat(preview(dataset).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void rowsEndWithTheTarget() throws DatasetException {
        Preview.Rows rows = (Preview.Rows) preview("iris");
        assertThat(rows.columns()).hasSize(5);
        assertThat(rows.cells()).isNotEmpty().allSatisfy(row -> assertThat(row.get(4))
                .isIn("setosa", "versicolor", "virginica"));
    }

    @Test
    void theThreePartsOfARecordFollowEachOther() throws DatasetException {
        assertThat(((Preview.Recording) preview("co2")).lines()).hasSize(3);
    }
}
