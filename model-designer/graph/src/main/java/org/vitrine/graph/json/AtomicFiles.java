package org.vitrine.graph.json;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes whole files: a reader sees the old content or the new, also after a crash or on a full disk. */
public final class AtomicFiles {

    /** Produces the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFiles() {}

    /** As {@link #write(Path, Content)}. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /**
     * Writes a temporary file beside {@code file}, forces it to disk and moves it into place. The folder must exist.
     *
     * @throws IOException if any of it fails; then {@code file} is as it was and the temporary file is gone
     */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, true);
    }

    /**
     * As {@link #write(Path, Content)}, but forces nothing to disk, which can take longer than all else: for what is read at once and
     * never again, such as answers. Readers see the old content or the new; after a crash of the machine it may be damaged.
     */
    public static void writePassing(Path file, Content content) throws IOException {
        write(file, content, false);
    }

    private static void write(Path file, Content content, boolean forced) throws IOException {
        Path target = file.toAbsolutePath();
        // Not Files.createTempFile: its files can be read by their owner only, and they become the real ones.
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                if (forced) {
                    channel.force(true);
                }
            }
            replace(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Makes {@code finished}, a file in the same folder, the file {@code file}: forces it to disk and moves it into place.
     *
     * @throws IOException if that fails; then both files are as they were
     */
    public static void moveIntoPlace(Path finished, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        replace(finished, file.toAbsolutePath());
    }

    private static void replace(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network shares: a plain move is the best there is.
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
