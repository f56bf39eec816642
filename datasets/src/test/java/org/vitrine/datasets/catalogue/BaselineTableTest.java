package org.vitrine.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.datasets.Baselines;

class BaselineTableTest {

    @Test
    void rowsBelongToDataSetsOfTheCatalogue() {
        DatasetCatalogue catalogue = DatasetCatalogue.builtIn();
        assertThat(BaselineTable.read().keySet())
                .isSubsetOf(catalogue.sources().stream()
                        .map(source -> source.descriptor().id())
                        .toList());
        assertThat(catalogue.baselines("mnist")).get().satisfies(baselines -> {
            assertThat(baselines.linear()).isBetween(0.85, 0.92);
            assertThat(baselines.smallNetwork()).isGreaterThan(baselines.linear());
            assertThat(baselines.example()).isEqualTo("lenet-mnist.vitrine");
        });
        assertThat(catalogue.baselines("csv")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Baselines.Unit.class)
    void everyUnitHasItsText(Baselines.Unit unit) {
        assertThat(new DatasetTexts(Locale.ENGLISH).score(0.5, unit)).contains("5");
    }

    @ParameterizedTest
    @CsvSource({
        "0.8841, ACCURACY, 88.4 % right",
        "0.4, LABEL_ERROR, 40.0 % of labels wrong",
        "0.4901, R2, R² 0.49",
        "17.9092, RMSE, RMSE 17.909",
        "0.592, MAP, mAP 0.59"
    })
    void scoresAreReadable(double score, Baselines.Unit unit, String text) {
        assertThat(new DatasetTexts(Locale.ENGLISH).score(score, unit)).isEqualTo(text);
    }
}
