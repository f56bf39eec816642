package org.vitrine.app.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.DatasetTexts;

class CatalogueViewModelTest {
    private final CatalogueViewModel model =
            new CatalogueViewModel(DatasetCatalogue.builtIn().sources(), new DatasetTexts(Locale.ENGLISH));

    @Test
    void allWordsOfTheSearchMustBeThere() {
        model.search().set("clothing GREY");
        assertThat(model.shown()).extracting(Entry::id).containsExactly("fashion-mnist", "fashion-mnist-full");
        model.search().set("clothing xyzzy");
        assertThat(model.shown()).isEmpty();
        model.search().set("");
        assertThat(model.shown()).hasSameSizeAs(DatasetCatalogue.builtIn().sources());
    }

    @Test
    void whatHasToBeDownloadedIsMarked() {
        assertThat(model.byId("cifar-10").orElseThrow().task()).endsWith("download");
        assertThat(model.byId("mnist").orElseThrow().task()).doesNotContain("download");
    }

    @Test
    void kindsAddUpAndNoneMeansAll() {
        model.kinds().add(DataKind.POINTS);
        assertThat(model.shown()).isNotEmpty().allMatch(entry -> entry.kind() == DataKind.POINTS);
        int points = model.shown().size();
        model.kinds().add(DataKind.TABLES);
        assertThat(model.shown()).hasSizeGreaterThan(points);
        model.kinds().clear();
        assertThat(model.shown()).hasSameSizeAs(DatasetCatalogue.builtIn().sources());
    }

    @Test
    void dataSetsOfAKindStandTogether() {
        assertThat(model.shown()).extracting(Entry::kind).isSorted();
        assertThat(model.offered()).doesNotHaveDuplicates().contains(DataKind.IMAGES, DataKind.TABLES);
    }
}
