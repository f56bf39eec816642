package org.vitrine.datasets.read;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vitrine.datasets.DatasetException;

/**
 * An IDX file of unsigned bytes, the format of MNIST: magic 0 0 8 d, then d big-endian axis lengths, then the values.
 *
 * @param shape axis lengths, examples first
 * @param values one unsigned byte each
 */
public record Idx(int[] shape, byte[] values) {
    private static final long MOST_VALUES = 256L * 1024 * 1024;
    private static final int MOST_AXES = 8;

    /**
     * Reads the user's own file, gzipped or not.
     *
     * @param axes expected number of axes, 0 for any
     */
    public static Idx read(Path file, int axes) throws DatasetException {
        UserFile.check(file, 2 * MOST_VALUES, "Save a part of its examples.");
        String name = file.toString();
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return zipped ? readGzipped(in, name, axes) : read(in, name, axes);
        } catch (IOException e) {
            throw UserFile.unreadable(name, e);
        }
    }

    /**
     * Reads a gzipped file. Memory grows with what is really there, never with what the header claims.
     *
     * @param name how messages call the file
     * @param axes expected number of axes: 1 for labels, 3 for images
     */
    public static Idx readGzipped(InputStream in, String name, int axes) throws DatasetException {
        try (GZIPInputStream unzipped = new GZIPInputStream(in)) {
            return read(unzipped, name, axes);
        } catch (ZipException e) {
            throw new DatasetException("File " + name + " is not a whole gzip file (" + e.getMessage() + ").", e);
        } catch (EOFException e) {
            throw new DatasetException("File " + name + " ends too early. Copy or download it again.", e);
        } catch (IOException e) {
            throw new DatasetException("File " + name + " can not be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file that is not zipped.
     *
     * @param wanted expected number of axes, 0 for any
     */
    static Idx read(InputStream in, String name, int wanted) throws IOException, DatasetException {
        byte[] magic = exactly(in, 4, name);
        if (magic[0] != 0 || magic[1] != 0) {
            throw new DatasetException("File " + name + " is not an IDX file: it must start with two zero bytes.");
        }
        if (magic[2] != 8) {
            throw new DatasetException("File " + name + " holds values of IDX type " + (magic[2] & 0xff)
                    + "; only 8 (bytes) is supported.");
        }
        int axes = wanted == 0 ? magic[3] & 0xff : wanted;
        if (magic[3] != axes || axes < 1 || axes > MOST_AXES) {
            throw new DatasetException("File " + name + " has " + (magic[3] & 0xff) + " axes where "
                    + (wanted == 0 ? "1 to " + MOST_AXES : axes) + " are needed. Are images and labels exchanged?");
        }
        ByteBuffer lengths = ByteBuffer.wrap(exactly(in, 4 * axes, name));
        int[] shape = new int[axes];
        long size = 1;
        for (int axis = 0; axis < axes; axis++) {
            shape[axis] = lengths.getInt();
            if (shape[axis] <= 0 || shape[axis] > MOST_VALUES / size) {
                throw new DatasetException("File " + name + " claims " + (shape[axis] & 0xffffffffL) + " along axis "
                        + (axis + 1) + "; at most " + MOST_VALUES + " values, and not none, can be read.");
            }
            size *= shape[axis];
        }
        byte[] values = exactly(in, (int) size, name);
        if (in.read() >= 0) {
            throw new DatasetException(
                    "File " + name + " is longer than its header says, " + Arrays.toString(shape) + ".");
        }
        return new Idx(shape, values);
    }

    private static byte[] exactly(InputStream in, int length, String name) throws IOException, DatasetException {
        Cancellation.check(name);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new DatasetException("File " + name + " ends after " + bytes.length + " of " + length
                    + " bytes. Copy or download it again.");
        }
        return bytes;
    }
}
