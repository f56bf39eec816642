package org.vitrine.datasets;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.vitrine.graph.json.AtomicFiles;

/**
 * NumPy's archives: arrays by name in a zip file, as {@code numpy.savez} writes them and {@code numpy.load} reads them. Names
 * may have slashes. An open archive reads each array when it is asked for.
 */
public final class Npz implements Closeable {
    private static final String SUFFIX = ".npy";
    /** The first day that a zip file can name: the same arrays give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> arrays = new TreeMap<>();

    private Npz(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Writes the file whole or not at all, arrays in the order of the map. */
    public static void write(Path file, Map<String, Tensor> arrays) throws IOException {
        AtomicFiles.write(file, out -> write(out, arrays));
    }

    /** Writes the archive, and leaves the stream open. */
    public static void write(OutputStream out, Map<String, Tensor> arrays) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        // Weights look like noise: packing them costs time and saves nothing.
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (Map.Entry<String, Tensor> array : arrays.entrySet()) {
            ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            Npy.write(zip, array.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /**
     * Opens an archive.
     *
     * @throws DatasetException if it is missing, no zip file, or holds something else than arrays
     */
    public static Npz open(Path file) throws DatasetException {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException("There is no file " + file + ".", new NoSuchFileException(file.toString()));
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new DatasetException("File " + file + " is no NumPy archive (.npz), or is damaged.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        Npz archive = new Npz(file, zip);
        try {
            archive.list();
            return archive;
        } catch (DatasetException e) {
            archive.close();
            throw e;
        }
    }

    private void list() throws DatasetException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (!name.endsWith(SUFFIX)) {
                throw new DatasetException("File " + file + " holds " + name
                        + ", which is no NumPy array. Save named arrays: numpy.savez(file, **arrays).");
            }
            if (arrays.put(name.substring(0, name.length() - SUFFIX.length()), entry) != null) {
                throw new DatasetException("File " + file + " holds " + name + " twice.");
            }
        }
    }

    /** The names of all arrays. */
    public SortedSet<String> names() {
        return new TreeSet<>(arrays.keySet());
    }

    /** The axis lengths that an array claims to have; reads nothing else of it. */
    public int[] shape(String name) throws DatasetException {
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry(name)))) {
            return NpyHeader.read(in, called(name)).shape();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * One array, its checksum compared.
     *
     * @throws DatasetException if it is damaged
     */
    public Tensor read(String name) throws DatasetException {
        ZipEntry entry = entry(name);
        try (CheckedInputStream in =
                new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), new CRC32())) {
            Tensor tensor = Npy.read(in, called(name));
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new DatasetException("The array " + name + " in " + file + " is damaged. Copy the file again.");
            }
            return tensor;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** All arrays. */
    public Map<String, Tensor> readAll() throws DatasetException {
        Map<String, Tensor> all = new TreeMap<>();
        for (String name : names()) {
            all.put(name, read(name));
        }
        return all;
    }

    private String called(String name) {
        return file + " (array " + name + ")";
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = arrays.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("No array " + name + " in " + file);
        }
        return entry;
    }

    private static DatasetException unreadable(Path file, IOException cause) {
        return new DatasetException("File " + file + " can not be read: " + cause.getMessage() + ".", cause);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read.
            throw new java.io.UncheckedIOException(e);
        }
    }
}
