package org.vitrine.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.download.DownloadCache;
import picocli.CommandLine.Option;

/** The option that says where downloaded data sets are kept. */
final class CacheFolder {
    @Option(names = "--cache", paramLabel = "DIR", descriptionKey = "cache.folder")
    private @Nullable Path folder;

    DownloadCache cache() {
        return folder == null ? DownloadCache.standard() : new DownloadCache(folder);
    }

    /** Whether another folder than the usual one was asked for. */
    boolean isOther() {
        return !cache().root()
                .toAbsolutePath()
                .normalize()
                .equals(DownloadCache.standard().root().toAbsolutePath().normalize());
    }
}
