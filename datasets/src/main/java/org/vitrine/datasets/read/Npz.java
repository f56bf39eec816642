package org.vitrine.datasets.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.NpyStream;

/** Several NumPy arrays in one zip file, as {@code numpy.savez} writes them. Nothing is unpacked to disk. */
public final class Npz implements AutoCloseable {
    private static final String END = ".npy";
    private static final int MOST_ENTRIES = 1000;

    private final ZipFile zip;
    private final String name;

    private Npz(ZipFile zip, String name) {
        this.zip = zip;
        this.name = name;
    }

    /** Opens a file; close it after use. */
    public static Npz open(Path file) throws DatasetException {
        UserFile.check(file, Long.MAX_VALUE, "");
        try {
            return new Npz(new ZipFile(file.toFile(), StandardCharsets.UTF_8), file.toString());
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file.toString(), e);
        }
    }

    /** Names of the arrays, as they were given to {@code numpy.savez}. */
    public List<String> names() throws DatasetException {
        List<String> names = new ArrayList<>();
        if (zip.size() > MOST_ENTRIES) {
            throw new DatasetException("File " + name + " holds " + zip.size() + " entries; at most " + MOST_ENTRIES
                    + " are read. Is it an .npz file?");
        }
        try {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                String entry = entries.nextElement().getName();
                if (entry.endsWith(END)) {
                    names.add(entry.substring(0, entry.length() - END.length()));
                }
            }
        } catch (IllegalArgumentException e) {
            throw damaged(name, e);
        }
        if (names.isEmpty()) {
            throw new DatasetException("File " + name + " holds no NumPy array (a zip entry that ends with .npy).");
        }
        return names;
    }

    /** What to do with one array. */
    @FunctionalInterface
    public interface Use<T> {
        T with(NpyStream values) throws DatasetException, IOException;
    }

    /** Reads one array. */
    public <T> T read(String array, Use<T> use) throws DatasetException {
        String what = name + " (" + array + ")";
        try {
            ZipEntry entry = zip.getEntry(array + END);
            if (entry == null) {
                throw new DatasetException("File " + name + " holds no array \"" + array + "\". It holds: "
                        + String.join(", ", names()) + ".");
            }
            try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                return use.with(new NpyStream(in, what));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(what, e);
        }
    }

    @Override
    public void close() throws DatasetException {
        try {
            zip.close();
        } catch (IOException e) {
            throw UserFile.unreadable(name, e);
        }
    }

    private static DatasetException damaged(String name, Exception e) {
        return new DatasetException(
                "File " + name + " is not a whole zip file (" + e.getMessage() + "). Copy or download it again.", e);
    }
}
