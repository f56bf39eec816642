package org.vitrine.app.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;

/**
 * Keeps unsaved edits across a crash: one document and the path it belongs to, written whole or not at all. Safe to call
 * from one background thread.
 */
public final class AutosaveStore {
    private static final Logger LOG = LoggerFactory.getLogger(AutosaveStore.class);

    /** Edits that were never saved, and the file they belong to, if they had one. */
    public record Recovered(GraphDocument document, Optional<Path> file) {}

    private final Path folder;

    public AutosaveStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Remembers the edits.
     *
     * @param file where the document lives; null if it was never saved
     */
    public void keep(GraphDocument document, @Nullable Path file) throws IOException {
        Files.createDirectories(folder);
        AtomicFiles.write(origin(), (file == null ? "" : file.toString()).getBytes(StandardCharsets.UTF_8));
        DocumentJson.write(document, copy());
    }

    /** Forgets the edits: they were saved, or the user threw them away. */
    public void forget() throws IOException {
        Files.deleteIfExists(copy());
        Files.deleteIfExists(origin());
    }

    /** Edits that an earlier workbench could not save. A damaged copy is set aside, not deleted. */
    public Optional<Recovered> recover() {
        if (!Files.isRegularFile(copy())) {
            return Optional.empty();
        }
        try {
            String path = Files.exists(origin()) ? Files.readString(origin()).strip() : "";
            return Optional.of(new Recovered(
                    DocumentJson.read(copy()), path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path))));
        } catch (DocumentFormatException e) {
            LOG.warn("The autosaved copy is damaged and was set aside", e);
            setAside();
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("The autosaved copy can not be read", e);
            return Optional.empty();
        }
    }

    private void setAside() {
        try {
            Files.move(copy(), folder.resolve("damaged-" + System.currentTimeMillis() + ".vitrine"));
        } catch (IOException e) {
            LOG.warn("The damaged copy can not be moved", e);
        }
    }

    private Path copy() {
        return folder.resolve("unsaved.vitrine");
    }

    private Path origin() {
        return folder.resolve("unsaved.path");
    }
}
