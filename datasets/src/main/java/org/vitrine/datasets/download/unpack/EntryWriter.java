package org.vitrine.datasets.download.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;

/** Writes an archive's entries into a new folder, and keeps the limits. */
final class EntryWriter {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final String archive;
    private final UnpackLimits limits;
    private final long budget;
    private final byte[] buffer = new byte[BUFFER];
    private int entries;
    private long total;

    /**
     * @param archive how messages call it
     * @param archiveBytes its size
     */
    EntryWriter(Path folder, String archive, UnpackLimits limits, long archiveBytes) {
        this.folder = folder;
        this.archive = archive;
        this.limits = limits;
        this.budget = limits.budget(archiveBytes);
    }

    void folder(String name) throws DatasetException {
        count();
        List<String> parts = EntryName.parts(name, archive);
        try {
            Files.createDirectories(path(parts, name));
        } catch (IOException e) {
            throw unwritten(name, e);
        }
    }

    /**
     * Writes one file.
     *
     * @param declared the size that the archive claims, or -1
     * @return the CRC-32 of what was written
     */
    long file(String name, long declared, InputStream content) throws DatasetException {
        count();
        List<String> parts = EntryName.parts(name, archive);
        if (parts.isEmpty()) {
            throw EntryName.refused(name, archive, "is empty");
        }
        check(name, declared, declared);
        Path file = path(parts, name);
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out =
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                return copy(name, declared, content, out);
            }
        } catch (FileAlreadyExistsException e) {
            throw EntryName.refused(name, archive, "stands there twice");
        } catch (IOException e) {
            throw unwritten(name, e);
        }
    }

    private long copy(String name, long declared, InputStream content, OutputStream out)
            throws IOException, DatasetException {
        CRC32 crc = new CRC32();
        long size = 0;
        for (int read = read(name, content); read >= 0; read = read(name, content)) {
            size += read;
            total += read;
            check(name, size, total);
            crc.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        if (declared >= 0 && size != declared) {
            throw damaged(
                    archive,
                    "entry " + EntryName.shown(name) + " has " + size + " bytes where " + declared + " are announced",
                    null);
        }
        return crc.getValue();
    }

    private int read(String name, InputStream content) throws DatasetException {
        try {
            return content.read(buffer);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw damaged(archive, "entry " + EntryName.shown(name) + " can not be read (" + e.getMessage() + ")", e);
        }
    }

    private void count() throws DatasetException {
        entries++;
        if (entries > limits.entries()) {
            throw tooLarge("holds more than " + limits.entries() + " files and folders");
        }
    }

    private void check(String name, long fileBytes, long totalBytes) throws DatasetException {
        if (fileBytes > limits.fileBytes()) {
            throw tooLarge("holds a file, " + EntryName.shown(name) + ", of more than " + mega(limits.fileBytes()));
        }
        if (totalBytes > budget) {
            throw tooLarge("grows to more than " + mega(budget)
                    + (budget < limits.totalBytes() ? ", " + limits.ratio() + " times its own size" : ""));
        }
    }

    private Path path(List<String> parts, String name) throws DatasetException {
        Path path = folder;
        try {
            for (String part : parts) {
                path = path.resolve(part);
            }
        } catch (InvalidPathException e) {
            throw new DatasetException(
                    "Archive " + archive + " was not unpacked: this system can not name a file "
                            + EntryName.shown(name) + " (" + e.getReason()
                            + "). On Linux, start Vitrine with LC_ALL=C.UTF-8.",
                    e);
        }
        if (!path.normalize().startsWith(folder)) {
            throw EntryName.refused(name, archive, "leads out of the folder");
        }
        return path;
    }

    private DatasetException tooLarge(String what) {
        return new DatasetException("Archive " + archive + " was not unpacked: it " + what
                + ". No set of the list does so; this file can only be meant to fill the disk.");
    }

    private DatasetException unwritten(String name, IOException cause) {
        return new DatasetException(
                "Archive " + archive + " was not unpacked: " + EntryName.shown(name) + " can not be written ("
                        + cause.getMessage() + "). Is the disk full? Free some space and try again.",
                cause);
    }

    static DatasetException damaged(String archive, String what, @Nullable Throwable cause) {
        String message = "Archive " + archive + " was not unpacked: it is damaged, " + what
                + ". Remove it and download it again.";
        return cause == null ? new DatasetException(message) : new DatasetException(message, cause);
    }

    private static String mega(long bytes) {
        return bytes / (1L << 20) + " MB";
    }
}
