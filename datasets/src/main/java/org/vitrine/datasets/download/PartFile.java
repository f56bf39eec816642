package org.vitrine.datasets.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.graph.json.AtomicFiles;

/** The first part of a file on its way, and beside it, as JSON, what tells whether the rest still fits. */
final class PartFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartFile.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final long FORCED_EACH = 32L << 20;

    private final Path content;
    private final Path meta;
    private @Nullable FileChannel channel;
    private long unforced;

    /**
     * What the server said of the version that the part is of.
     *
     * @param etag strong ones only; empty if there is none
     * @param lastModified as the server wrote it; empty if it did not
     * @param total the size of the whole file, or -1
     */
    record Version(URI url, String etag, String lastModified, long total) {

        static Version of(URI url, HttpHeaders headers, long total) {
            String etag = headers.firstValue("ETag")
                    .map(String::strip)
                    .filter(tag -> tag.startsWith("\""))
                    .orElse("");
            return new Version(url, etag, headers.firstValue("Last-Modified").orElse(""), total);
        }

        /** For If-Range; empty if the server gave nothing to go by. */
        String validator() {
            return etag.isEmpty() ? lastModified : etag;
        }

        /** Whether an answer with a later part may be of the same version. */
        boolean fits(Version other) {
            return (etag.isEmpty() || other.etag.isEmpty() || etag.equals(other.etag))
                    && (lastModified.isEmpty()
                            || other.lastModified.isEmpty()
                            || lastModified.equals(other.lastModified))
                    && (total < 0 || other.total < 0 || total == other.total);
        }
    }

    /** @param target where the whole file will stand */
    PartFile(Path target) {
        content = target.resolveSibling(target.getFileName() + ".part");
        meta = target.resolveSibling(target.getFileName() + ".part.json");
    }

    Path path() {
        return content;
    }

    long size() throws IOException {
        return Files.exists(content) ? Files.size(content) : 0;
    }

    /** The version that the part is of, if it is known. */
    Optional<Version> version() {
        if (!Files.exists(meta) || !Files.exists(content)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(meta));
            return Optional.of(new Version(
                    URI.create(json.required("url").textValue()),
                    json.required("etag").textValue(),
                    json.required("lastModified").textValue(),
                    json.required("total").longValue()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} can not be read; the download starts anew", meta, e);
            return Optional.empty();
        }
    }

    /** Empties the part: what follows is of this version. */
    void restart(Version version) throws IOException {
        close();
        channel = FileChannel.open(
                content, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        ObjectNode json = JSON.createObjectNode()
                .put("url", version.url().toString())
                .put("etag", version.etag())
                .put("lastModified", version.lastModified())
                .put("total", version.total());
        AtomicFiles.write(meta, JSON.writeValueAsBytes(json));
    }

    void append(ByteBuffer bytes) throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(content, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            channel = open;
        }
        unforced += bytes.remaining();
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
        if (unforced > FORCED_EACH) {
            open.force(false);
            unforced = 0;
        }
    }

    /** The part is the whole: it takes its final name, in one step. */
    void publish(Path target) throws IOException {
        close();
        AtomicFiles.moveIntoPlace(content, target);
        Files.deleteIfExists(meta);
    }

    void discard() throws IOException {
        close();
        Files.deleteIfExists(meta);
        Files.deleteIfExists(content);
    }

    /** Forces to disk what was written; the part stays. */
    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        unforced = 0;
        if (open != null) {
            try (open) {
                open.force(true);
            }
        }
    }
}
