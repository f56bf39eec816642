package org.vitrine.datasets.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.read.UserFile;
import org.vitrine.graph.json.AtomicFiles;

/**
 * The folder of packed files. A file is named by the content of what it was made of and by how, so the same files are
 * recognised in another place too; notes remember what files of a size and time held, so that they need not be read again.
 */
public final class ImportCache {
    private static final String PACK = ".pack";
    private static final String NOTE = ".note";
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final HexFormat HEX = HexFormat.of();

    private final Path folder;

    public ImportCache(Path folder) {
        this.folder = folder;
    }

    /** Where packed files lie; made if it is not there. */
    Path folder() throws DatasetException {
        try {
            Files.createDirectories(folder);
            return folder;
        } catch (IOException e) {
            throw new DatasetException(
                    "Folder " + folder + " for imported data can not be made: " + e.getMessage() + ".", e);
        }
    }

    /** The file that files of this content have or will have when they are packed in this way. */
    Path file(String importer, Map<String, String> options, String content) {
        MessageDigest digest = sha256();
        add(digest, importer + " " + PackHeader.VERSION);
        new TreeMap<>(options).forEach((name, value) -> add(digest, name + "=" + value));
        add(digest, content);
        return folder.resolve(HEX.formatHex(digest.digest()) + PACK);
    }

    /** The packed file, if it is there and whole. */
    Optional<Pack> find(Path file) throws DatasetException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pack.open(file));
        } catch (DatasetException e) {
            delete(file);
            return Optional.empty();
        }
    }

    /** What is known of the content of these files without reading them. */
    Optional<String> noted(List<FileTree.Entry> files) throws DatasetException {
        Path note = folder.resolve(look(files) + NOTE);
        try {
            return Files.exists(note) ? Optional.of(Files.readString(note).strip()) : Optional.empty();
        } catch (IOException e) {
            throw UserFile.unreadable(note.toString(), e);
        }
    }

    /** Remembers what these files hold. */
    void note(List<FileTree.Entry> files, String content) throws DatasetException {
        Path note = folder().resolve(look(files) + NOTE);
        try {
            AtomicFiles.write(note, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DatasetException("File " + note + " can not be written: " + e.getMessage() + ".", e);
        }
    }

    /** SHA-256 over names and content of files. */
    String content(List<FileTree.Entry> files, ImportProgress progress) throws DatasetException {
        MessageDigest all = sha256();
        byte[] buffer = new byte[1 << 16];
        int done = 0;
        for (FileTree.Entry file : files) {
            Cancellation.check(file.path().toString());
            add(all, file.key());
            MessageDigest one = sha256();
            try (InputStream in = Files.newInputStream(file.path())) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    one.update(buffer, 0, read);
                }
            } catch (IOException e) {
                Cancellation.check(file.path().toString());
                // What can not be read now is skipped when it is converted.
                one.reset();
            }
            all.update(one.digest());
            progress.at(ImportProgress.Phase.COMPARING, ++done, files.size());
        }
        return HEX.formatHex(all.digest());
    }

    /** Removes what imports that crashed left behind. */
    void tidy() throws DatasetException {
        FileTime old = FileTime.from(Instant.now().minus(ABANDONED));
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.filter(path -> path.toString().endsWith(PackWriter.UNFINISHED))
                    .toList()) {
                if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new DatasetException("Folder " + folder + " can not be tidied up: " + e.getMessage() + ".", e);
        }
    }

    /** Refuses to start what the disk has no place for. */
    void checkSpace(long bytes) throws DatasetException {
        try {
            long free = Files.getFileStore(folder()).getUsableSpace();
            if (free < bytes + bytes / 10) {
                throw new DatasetException("The import needs " + bytes / 1_000_000 + " MB in " + folder + ", but only "
                        + free / 1_000_000 + " MB are free. Choose smaller pictures, or make room.");
            }
        } catch (IOException e) {
            throw new DatasetException("The free space of " + folder + " can not be found: " + e.getMessage() + ".", e);
        }
    }

    private static String look(List<FileTree.Entry> files) {
        MessageDigest digest = sha256();
        for (FileTree.Entry file : files) {
            add(digest, file.path().toAbsolutePath() + "\n" + file.size() + "\n" + file.modified());
        }
        return HEX.formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void delete(Path file) throws DatasetException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DatasetException(
                    "File " + file + " is damaged and can not be deleted: " + e.getMessage() + ".", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
