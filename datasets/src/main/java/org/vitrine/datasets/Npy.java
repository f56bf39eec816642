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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vitrine.graph.json.AtomicFiles;

/** NumPy's file format, version 1.0, for little-endian 32-bit floats in C order; {@code numpy.load} reads it. */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int MOST_AXES = 16;
    private static final long MOST_VALUES = 250_000_000L;
    private static final Pattern HEADER = Pattern.compile(
            "\\{\\s*'descr':\\s*'([^']{1,8})',\\s*'fortran_order':\\s*(True|False),\\s*'shape':\\s*\\(([0-9, ]*)\\),?\\s*\\}\\s*");

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
        int before = MAGIC.length + 2;
        int padding = ALIGNMENT - (before + text.length() + 1) % ALIGNMENT;
        byte[] header = (text + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        out.write(MAGIC);
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
     * @throws DatasetException if it is missing, broken, or of another type than float32 in C order
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
        byte[] start = exactly(in, MAGIC.length + 2, name);
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DatasetException("File " + name + " is not a NumPy file of version 1.0.");
        }
        int length = (start[MAGIC.length] & 0xff) | (start[MAGIC.length + 1] & 0xff) << 8;
        String header = new String(exactly(in, length, name), StandardCharsets.US_ASCII);
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw new DatasetException("File " + name + " has a broken NumPy header.");
        }
        if (!matcher.group(1).equals("<f4") || matcher.group(2).equals("True")) {
            throw new DatasetException("File " + name + " holds values of type " + matcher.group(1)
                    + (matcher.group(2).equals("True") ? " in Fortran order" : "")
                    + "; save it as float32 in C order (numpy.ascontiguousarray(a, dtype='float32')).");
        }
        int[] shape = shape(matcher.group(3), name);
        long size = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.wrap(exactly(in, (int) (4 * size), name)).order(ByteOrder.LITTLE_ENDIAN);
        if (in.read() >= 0) {
            throw new DatasetException(
                    "File " + name + " is longer than its header says, " + Arrays.toString(shape) + ".");
        }
        float[] values = new float[(int) size];
        bytes.asFloatBuffer().get(values);
        return new Tensor(shape, values);
    }

    private static int[] shape(String text, String name) throws DatasetException {
        String[] parts = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
        int[] shape = new int[parts.length];
        long size = 1;
        for (int i = 0; i < parts.length; i++) {
            shape[i] = parts[i].matches("[0-9]{1,9}") ? Integer.parseInt(parts[i]) : -1;
            if (shape[i] < 0 || parts.length > MOST_AXES || size * shape[i] > MOST_VALUES) {
                throw new DatasetException("File " + name + " claims the shape (" + text + "); at most " + MOST_VALUES
                        + " values on " + MOST_AXES + " axes can be read.");
            }
            size *= shape[i];
        }
        return shape;
    }

    private static byte[] exactly(InputStream in, int length, String name) throws IOException, DatasetException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new DatasetException("File " + name + " ends after " + bytes.length + " of " + length
                    + " bytes. It was not written to its end.");
        }
        return bytes;
    }
}
