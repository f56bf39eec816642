package org.vitrine.datasets.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.DatasetException;

/** The kinds of the user's own files, in the order in which they are offered. */
public final class Importers {
    private final List<Importer> importers;

    public Importers(List<Importer> importers) {
        this.importers = List.copyOf(importers);
    }

    /** All kinds; converted files are kept in the cache. */
    public static Importers all(ImportCache cache) {
        return new Importers(List.of(
                new TableFile(),
                new ImageFolder(cache),
                new DetectionFolder(cache),
                new TextFolder(cache),
                new TextTable(),
                new AudioFolder(cache),
                new SeriesTable(),
                new RatingsTable(),
                new IdxFiles(cache),
                new NpyFiles(cache)));
    }

    public List<Importer> importers() {
        return importers;
    }

    /** The importers that suit a file or folder, the likely ones first; looks at names and first bytes only. */
    public List<Importer> suiting(Path path) throws DatasetException {
        List<Importer> likely = new ArrayList<>();
        List<Importer> possible = new ArrayList<>();
        for (Importer importer : importers) {
            switch (importer.probe(path)) {
                case LIKELY -> likely.add(importer);
                case POSSIBLE -> possible.add(importer);
                case NO -> {}
            }
        }
        likely.addAll(possible);
        return likely;
    }
}
