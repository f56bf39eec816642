package org.vitrine.datasets.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.vitrine.datasets.DatasetException;

/** Opens the user's files and folders; what is wrong with one is told in the same words everywhere. */
public final class UserFile {
    private static final long MEGABYTE = 1024 * 1024;

    private UserFile() {}

    /** The path that this text names, whether there is a file or not. */
    public static Path path(String text) throws DatasetException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new DatasetException("\"" + text + "\" is not a file name: " + e.getReason() + ".", e);
        }
    }

    /**
     * Does nothing if this is a file that can be taken.
     *
     * @param most largest number of bytes
     * @param help how to get a smaller file
     */
    public static void check(Path file, long most, String help) throws DatasetException {
        if (!Files.exists(file)) {
            throw new DatasetException("There is no file " + file.toAbsolutePath() + ". Choose the file again.");
        }
        if (Files.isDirectory(file)) {
            throw new DatasetException(file.toAbsolutePath() + " is a folder. Choose a file in it.");
        }
        try {
            long size = Files.size(file);
            if (size > most) {
                throw new DatasetException("File " + file + " has " + size / MEGABYTE + " MB; at most "
                        + most / MEGABYTE + " MB can be read. " + help);
            }
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /** Does nothing if this is a folder. */
    public static void checkFolder(Path folder) throws DatasetException {
        if (!Files.exists(folder)) {
            throw new DatasetException("There is no folder " + folder.toAbsolutePath() + ". Choose the folder again.");
        }
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(
                    folder.toAbsolutePath() + " is a file, not a folder. Choose the folder that it lies in.");
        }
    }

    /** The whole file. */
    public static byte[] bytes(Path file, long most, String help) throws DatasetException {
        check(file, most, help);
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 16));
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /** What to tell when the system refuses to read. */
    public static DatasetException unreadable(String name, IOException e) {
        String reason = e.getMessage();
        return new DatasetException(
                "File " + name + " can not be read: "
                        + (reason == null ? e.getClass().getSimpleName() : reason) + ".",
                e);
    }
}
