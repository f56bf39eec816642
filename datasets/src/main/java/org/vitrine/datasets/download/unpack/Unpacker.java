package org.vitrine.datasets.download.unpack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.vitrine.datasets.DatasetException;

/** Unpacks an archive into a folder of its own, which appears when all of it is there. */
public final class Unpacker {
    /** The start of the names of folders that are not whole yet; after a crash they may be deleted. */
    public static final String UNFINISHED = ".unpacking-";

    private static final int BUFFER = 1 << 16;
    /** Names of a thousand characters and a few more attributes. */
    private static final long LONGEST_HEADER = 1L << 20;

    private final UnpackLimits limits;

    public Unpacker(UnpackLimits limits) {
        this.limits = limits;
    }

    /**
     * Unpacks {@code archive}.
     *
     * @param folder must not exist; its parent must
     * @param watch is told how many packed bytes are done; it may throw {@link CancellationException}
     * @throws DatasetException if the archive is damaged, unsafe or too large, or the disk is full
     * @throws CancellationException if {@code watch} threw it; in both cases nothing is left
     */
    public void unpack(Path archive, ArchiveFormat format, Path folder, LongConsumer watch) throws DatasetException {
        String name = String.valueOf(archive.getFileName());
        Path target = folder.toAbsolutePath().normalize();
        Path temporary = target.resolveSibling(UNFINISHED + UUID.randomUUID());
        try {
            try {
                Files.createDirectory(temporary);
                EntryWriter writer = new EntryWriter(temporary, name, limits, Files.size(archive));
                unpack(archive, format, writer, watch);
                move(temporary, target);
            } finally {
                Trees.delete(temporary);
            }
        } catch (IOException e) {
            throw new DatasetException(
                    "Archive " + name + " was not unpacked to " + target + ": " + e.getMessage() + ".", e);
        }
    }

    private static void unpack(Path archive, ArchiveFormat format, EntryWriter writer, LongConsumer watch)
            throws IOException, DatasetException {
        String name = String.valueOf(archive.getFileName());
        if (format == ArchiveFormat.ZIP) {
            unzip(archive, name, writer, watch);
            return;
        }
        try (InputStream file = Files.newInputStream(archive);
                InputStream packed = new BufferedInputStream(new Counted(file, watch), BUFFER)) {
            switch (format) {
                case GZ -> writer.file(format.stem(name), -1, gunzip(packed, name));
                case TAR_GZ -> untar(gunzip(packed, name), name, writer);
                default -> untar(packed, name, writer);
            }
        }
    }

    private static InputStream gunzip(InputStream packed, String name) throws DatasetException {
        try {
            return new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER);
        } catch (IOException e) {
            throw EntryWriter.damaged(name, "it does not start as a gzip file does", e);
        }
    }

    private static void untar(InputStream in, String name, EntryWriter writer) throws DatasetException {
        Counted counted = new Counted(in, count -> {});
        try {
            TarArchiveInputStream tar = new TarArchiveInputStream(counted, "UTF-8");
            int entries = 0;
            while (true) {
                // The library keeps headers in memory, however long they say they are.
                counted.allow(LONGEST_HEADER);
                TarArchiveEntry entry = tar.getNextEntry();
                if (entry == null) {
                    break;
                }
                counted.allow(Long.MAX_VALUE);
                write(entry, tar, name, writer);
                entries++;
            }
            if (entries == 0) {
                throw EntryWriter.damaged(name, "it is no tar archive, or an empty one", null);
            }
            // To the end of the compressed stream, where its checksum stands.
            counted.allow(Long.MAX_VALUE);
            counted.transferTo(OutputStream.nullOutputStream());
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw EntryWriter.damaged(name, String.valueOf(e.getMessage()), e);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, String name, EntryWriter writer)
            throws DatasetException {
        byte kind = entry.getLinkFlag();
        boolean file = kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
        if (!file && kind != TarConstants.LF_DIR) {
            throw EntryName.refused(entry.getName(), name, "is that of a link or device");
        }
        if (entry.isDirectory()) {
            writer.folder(entry.getName());
        } else {
            writer.file(entry.getName(), entry.getSize(), content);
        }
    }

    private static void unzip(Path archive, String name, EntryWriter writer, LongConsumer watch)
            throws DatasetException {
        long done = 0;
        try {
            ZipDirectory.check(archive, name);
            try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
                for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                    long before = done;
                    write(zip, entry, name, writer, count -> watch.accept(before + count));
                    done += Math.max(0, entry.getCompressedSize());
                }
            }
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw EntryWriter.damaged(name, String.valueOf(e.getMessage()), e);
        }
    }

    private static void write(ZipFile zip, ZipArchiveEntry entry, String name, EntryWriter writer, LongConsumer watch)
            throws IOException, DatasetException {
        if (entry.isUnixSymlink()) {
            throw EntryName.refused(entry.getName(), name, "is that of a link or device");
        }
        if (entry.isDirectory()) {
            writer.folder(entry.getName());
            return;
        }
        boolean readable = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        if (!readable || entry.getGeneralPurposeBit().usesEncryption()) {
            throw new DatasetException("Archive " + name + " was not unpacked: its entry "
                    + EntryName.shown(entry.getName()) + " is encrypted or packed in a way that can not be read.");
        }
        long packed = Math.max(0, entry.getCompressedSize());
        try (InputStream content =
                new Counted(zip.getInputStream(entry), count -> watch.accept(Math.min(count, packed)))) {
            long crc = writer.file(entry.getName(), entry.getSize(), content);
            if (crc != entry.getCrc()) {
                throw EntryWriter.damaged(
                        name, "the checksum of entry " + EntryName.shown(entry.getName()) + " is wrong", null);
            }
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target);
        }
    }
}
