package org.vitrine.datasets.baseline;

import java.util.List;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSource;

/** The data sets that come with the program. */
final class CataloguedSets {
    private CataloguedSets() {}

    /** All but those that need files of the user, or a download. */
    static List<String> ids() {
        return DatasetCatalogue.builtIn().sources().stream()
                .filter(source -> !(source instanceof DownloadedSource))
                .map(source -> source.descriptor())
                .filter(descriptor -> descriptor.options().stream()
                        .noneMatch(option ->
                                option.kind() == DatasetOption.Kind.FILE || option.kind() == DatasetOption.Kind.FOLDER))
                .map(descriptor -> descriptor.id())
                .toList();
    }
}
