package org.vitrine.datasets.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;

class TableReportTest {

    @Test
    void lengthsOfPetalsTellMoreOfAnIrisThanThoseOfSepals() throws DatasetException {
        TableReport report = TableReport.of(stage("iris")).orElseThrow();
        assertThat(report.columns()).hasSize(4);
        assertThat(FeatureScores.sorted(report.scores()).stream().map(FeatureScore::name))
                .endsWith("sepal width cm");
        FeatureScore petal = report.scores().get(2);
        assertThat(petal.name()).isEqualTo("petal length cm");
        // The published correlation ratio is sqrt(0.9414) over all 150 flowers.
        assertThat(petal.pearson()).isCloseTo(0.97, within(0.01));
        assertThat(petal.mutualInformation()).isBetween(1.0, Math.log(3) / Math.log(2));
    }

    @Test
    void heavyCarsGoLessFar() throws DatasetException {
        TableReport report = TableReport.of(stage("cars")).orElseThrow();
        List<FeatureScore> scores = report.scores();
        assertThat(scores.get(3).name()).isEqualTo("Weight in lbs");
        assertThat(scores.get(3).pearson()).isBetween(-0.88, -0.78);
        assertThat(scores.get(6).pearson()).isNaN();
        assertThat(scores.get(6).mutualInformation()).isPositive();
        assertThat(report.columns().get(6))
                .isInstanceOfSatisfying(ColumnStatistics.Texts.class, origin -> assertThat(origin.counts())
                        .containsOnlyKeys("USA", "Japan", "Europe"));
    }

    @Test
    void pointsAreATableTooAndPicturesAreNone() throws DatasetException {
        assertThat(TableReport.of(stage("plane")).orElseThrow().scores()).hasSize(2);
        assertThat(TableReport.of(stage("digits"))).isEmpty();
    }

    private static Stage stage(String id) throws DatasetException {
        return DatasetCatalogue.builtIn().raw(DataReference.of(id)).stage();
    }
}
