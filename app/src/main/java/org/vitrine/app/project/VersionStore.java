package org.vitrine.app.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;

/**
 * Earlier versions of documents, in the folder {@code .vitrine-history} beside each: one file a save, equal ones once, old
 * ones forgotten when there are many.
 */
public final class VersionStore {
    private static final String FOLDER = ".vitrine-history";
    private static final String ENDING = ".vitrine";

    private final int most;
    private final long mostBytes;

    /**
     * Keeps so many versions of a document.
     *
     * @param mostBytes of all versions of a document together; the newest is kept whatever it takes
     */
    public VersionStore(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** A version of a document. */
    public record Version(Instant saved, Path file) {
        /**
         * The document as it was.
         *
         * @throws DocumentFormatException if the file is damaged
         */
        public GraphDocument read() throws DocumentFormatException {
            return DocumentJson.read(file);
        }
    }

    /** A hundred versions, twenty megabytes. */
    public static VersionStore standard() {
        return new VersionStore(100, 20L << 20);
    }

    private static Path folder(Path document) {
        Path file = document.toAbsolutePath();
        return file.resolveSibling(FOLDER).resolve(String.valueOf(file.getFileName()));
    }

    /** Keeps what a file holds before it is written over for the first time. */
    public void keepPresent(Path document) throws IOException {
        if (Files.isRegularFile(document) && list(document).isEmpty()) {
            keep(
                    document,
                    Files.readAllBytes(document),
                    Files.getLastModifiedTime(document).toInstant());
        }
    }

    /** Keeps a version that was saved now. */
    public void keep(Path document, GraphDocument content, Instant now) throws IOException {
        keep(document, DocumentJson.write(content).getBytes(StandardCharsets.UTF_8), now);
    }

    private void keep(Path document, byte[] content, Instant now) throws IOException {
        Path folder = folder(document);
        Files.createDirectories(folder);
        List<Version> known = list(document);
        for (Version version : known) {
            if (Files.size(version.file()) == content.length
                    && Arrays.equals(Files.readAllBytes(version.file()), content)) {
                Files.delete(version.file());
            }
        }
        Path file = folder.resolve(name(now));
        for (long later = 1; Files.exists(file); later++) {
            file = folder.resolve(name(now.plusMillis(later)));
        }
        AtomicFiles.write(file, content);
        forget(document);
    }

    private static String name(Instant saved) {
        return Instant.ofEpochMilli(saved.toEpochMilli()).toString().replace(':', '-') + ENDING;
    }

    private void forget(Path document) throws IOException {
        long bytes = 0;
        int count = 0;
        for (Version version : list(document)) {
            bytes += Files.size(version.file());
            count++;
            if (count > 1 && (count > most || bytes > mostBytes)) {
                Files.delete(version.file());
            }
        }
    }

    /** All versions, newest first; none if there is no history. */
    public List<Version> list(Path document) throws IOException {
        Path folder = folder(document);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Version> versions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                saved(name).ifPresent(saved -> versions.add(new Version(saved, file)));
            }
        }
        versions.sort(Comparator.comparing(Version::saved).reversed());
        return versions;
    }

    /** Empty for somebody's own file. */
    private static Optional<Instant> saved(String name) {
        if (!name.endsWith(ENDING)) {
            return Optional.empty();
        }
        String plain = name.substring(0, name.length() - ENDING.length());
        int time = plain.indexOf('T') + 1;
        try {
            return Optional.of(Instant.parse(
                    plain.substring(0, time) + plain.substring(time).replace('-', ':')));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
