package org.vitrine.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.vitrine.graph.json.AtomicFiles;

/**
 * NumPy's file format. Files are written as version 1.0 with little-endian 32-bit floats in C order; files of versions 1 to 3
 * are read, with any type of numbers.
 */
public final class Npy {
    private static final byte[] VERSION = {1, 0};
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, Tensor tensor) throws IOException {
        AtomicFiles.write(file, out -> write(out, tensor));
    }

    /** Writes header and values; does not close the stream. */
    public static void write(OutputStream out, Tensor tensor) throws IOException {
        String axes = Arrays.stream(tensor.shape()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String shape = tensor.shape().length == 1 ? axes + "," : axes;
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        int before = NpyHeader.MAGIC.length + VERSION.length + 2;
        int padding = ALIGNMENT - (before + text.length() + 1) % ALIGNMENT;
        byte[] header = (text + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        out.write(NpyHeader.MAGIC);
        out.write(VERSION);
        out.write(header.length & 0xff);
        out.write(header.length >> 8);
        out.write(header);
        ByteBuffer values = ByteBuffer.allocate(4 * tensor.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.asFloatBuffer().put(tensor.values());
        out.write(values.array());
    }

    /**
     * Reads a file.
     *
     * @throws DatasetException if it is missing, broken, or holds no numbers
     */
    public static Tensor read(Path file) throws DatasetException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new DatasetException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new DatasetException("File " + file + " can not be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads a stream to its end. Memory grows with what is really there, never with what the header claims.
     *
     * @param name how messages call the file
     */
    public static Tensor read(InputStream in, String name) throws DatasetException, IOException {
        return new NpyStream(in, name).whole();
    }
}
