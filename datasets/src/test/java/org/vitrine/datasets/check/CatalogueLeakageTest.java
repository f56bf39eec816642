package org.vitrine.datasets.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSource;
import org.vitrine.graph.model.DataReference;

/** What the check finds in the data of this program: two equal flowers, a few equal days, a few equal sentences. */
@Tag("heavy")
class CatalogueLeakageTest {
    private static final double MOST = 0.035;
    private static final DatasetCatalogue CATALOGUE = DatasetCatalogue.builtIn();

    static List<String> ids() {
        return CATALOGUE.sources().stream()
                .filter(source -> !(source instanceof DownloadedSource))
                .map(source -> source.descriptor())
                .filter(descriptor -> descriptor.options().stream()
                        .noneMatch(option ->
                                option.kind() == DatasetOption.Kind.FILE || option.kind() == DatasetOption.Kind.FOLDER))
                .map(descriptor -> descriptor.id())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void hardlyAnythingStandsInTwoParts(String id) throws DatasetException {
        Leakage leakage = LeakageCheck.of(CATALOGUE.raw(DataReference.of(id)).stage());
        assertThat(leakage.overlaps())
                .allSatisfy(overlap -> assertThat(overlap.share()).isLessThan(MOST));
    }
}
