package org.vitrine.runs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes folders with all that is in them. */
public final class Folders {
    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

    private Folders() {}

    public static void delete(Path folder) throws IOException {
        List<Path> innermostFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        for (Path path : innermostFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Tidies up after another failure, which is the one to report. */
    public static void deleteIfThere(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            delete(folder);
        } catch (IOException e) {
            LOG.warn("{} could not be tidied up", folder, e);
        }
    }
}
