package org.vitrine.datasets.catalogue.downloaded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.importing.Importer;

/**
 * Files that are as the user's own could be: read by the importer of their kind.
 *
 * @param inside the file or folder within the first download; empty for all of it
 */
record ImportedReading(Importer importer, String inside) implements DownloadedSource.Reading {
    /** What a user may choose; the rest follows from the files. */
    private static final Set<String> OFFERED = Set.of("rate", "seconds", "validation", "test", "seed");

    /** The importer's options that make sense here. */
    List<DatasetOption> options() {
        return importer.descriptor().options().stream()
                .filter(option -> OFFERED.contains(option.name()))
                .toList();
    }

    @Override
    public RawDataset read(DatasetDescriptor descriptor, Options options, List<Path> files) throws DatasetException {
        Map<String, String> given = new HashMap<>();
        for (DatasetOption option : options()) {
            given.put(option.name(), options.text(option.name()));
        }
        given.put(importer.place(), files.get(0).resolve(inside).toString());
        RawDataset raw = importer.read(given);
        return new RawDataset(descriptor, raw.stage(), raw.steps());
    }
}
