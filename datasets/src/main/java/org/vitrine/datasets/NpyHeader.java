package org.vitrine.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of NumPy's file format, versions 1 to 3.
 *
 * @param fortran whether the first axis varies fastest
 */
record NpyHeader(NpyType type, boolean fortran, int[] shape) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MOST_AXES = 16;
    private static final long MOST_VALUES = 250_000_000L;
    private static final int LONGEST = 64 * 1024;
    private static final Pattern TEXT = Pattern.compile(
            "\\{\\s*'descr':\\s*'([^']{1,8})',\\s*'fortran_order':\\s*(True|False),\\s*'shape':\\s*\\(([0-9, ]*)\\),?\\s*\\}\\s*");

    /** Number of values. */
    int size() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** Reads up to the first value. */
    static NpyHeader read(InputStream in, String name) throws DatasetException, IOException {
        byte[] start = exactly(in, MAGIC.length + 2, name);
        int version = start[MAGIC.length];
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || version < 1 || version > 3) {
            throw new DatasetException("File " + name + " is not a NumPy file of version 1, 2 or 3.");
        }
        byte[] length = exactly(in, version == 1 ? 2 : 4, name);
        long headerLength = 0;
        for (int i = length.length - 1; i >= 0; i--) {
            headerLength = (headerLength << 8) | (length[i] & 0xff);
        }
        if (headerLength > LONGEST) {
            throw new DatasetException("File " + name + " claims a NumPy header of " + headerLength + " bytes; at most "
                    + LONGEST + " are read.");
        }
        byte[] header = exactly(in, (int) headerLength, name);
        Matcher matcher =
                TEXT.matcher(new String(header, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            throw new DatasetException("File " + name
                    + " has a broken NumPy header, or holds records or objects. Save one array of numbers.");
        }
        return new NpyHeader(
                NpyType.of(matcher.group(1), name), matcher.group(2).equals("True"), shape(matcher.group(3), name));
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
            throw new DatasetException("File " + name + " ends within its header. It was not written to its end.");
        }
        return bytes;
    }
}
