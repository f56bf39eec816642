package org.vitrine.datasets.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.random.Draw;

/**
 * A packed file. Rows are read from disk when they are asked for; only targets, parts and the places of texts are in memory.
 * Safe for several threads.
 */
public final class Pack implements Examples {
    private static final int AFTER_HEADER = 4 + PackWriter.END.length;

    private final String name;
    /** Not a channel: those close for everybody when one reading thread is interrupted. */
    private final RandomAccessFile file;

    private final PackHeader header;
    private final long[] starts;
    private final float[] targets;
    private final byte[] parts;
    private final int[] targetShape;

    private Pack(RandomAccessFile file, String name) throws IOException, DatasetException {
        this.file = file;
        this.name = name;
        long length = file.length();
        header = header(length);
        targetShape = ints(header.targetShape());
        boolean isText = header.kind() == PackHeader.Kind.TEXT;
        file.seek(PackWriter.START.length + header.dataBytes());
        starts = new long[isText ? header.rows() + 1 : 0];
        ByteBuffer.wrap(read(8L * starts.length)).asLongBuffer().get(starts);
        targets = new float[header.rows() * header.targetSize()];
        ByteBuffer.wrap(read(4L * targets.length)).asFloatBuffer().get(targets);
        parts = read(header.rows());
        for (int i = 0;
                i < targets.length
                        && header.targetShape().isEmpty()
                        && !header.classes().isEmpty();
                i++) {
            if (!(targets[i] >= 0 && targets[i] < header.classes().size())) {
                throw damaged(null);
            }
        }
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < (i == 0 ? 0 : starts[i - 1]) || starts[i] > header.dataBytes()) {
                throw damaged(null);
            }
        }
    }

    /** Opens a file; its system resources are freed with it. */
    public static Pack open(Path path) throws DatasetException {
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(path.toFile(), "r");
            Pack pack = new Pack(file, path.toString());
            file = null;
            return pack;
        } catch (EOFException e) {
            throw new DatasetException("File " + path + " ends too early. Delete it and import again.", e);
        } catch (IOException e) {
            throw new DatasetException("File " + path + " can not be read: " + e.getMessage() + ".", e);
        } finally {
            close(file);
        }
    }

    public PackHeader header() {
        return header;
    }

    @Override
    public int size() {
        return header.rows();
    }

    @Override
    public Example example(int index, @Nullable Draw draw) {
        return new Example(value(index), new Tensor(targetShape, target(index)));
    }

    /** The target of an example, without reading the example. */
    public float[] target(int index) {
        int length = header.targetSize();
        return Arrays.copyOfRange(targets, index * length, (index + 1) * length);
    }

    /** Class indices of all examples. */
    public int[] labels() {
        int[] labels = new int[header.rows()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) targets[i * header.targetSize()];
        }
        return labels;
    }

    /** The part that the user's folders put an example into, null if they do not tell. */
    public @Nullable Part part(int index) {
        return switch (parts[index]) {
            case 1 -> Part.TRAIN;
            case 2 -> Part.VALIDATION;
            case 3 -> Part.TEST;
            default -> null;
        };
    }

    private Value value(int index) {
        return decode(header, row(index));
    }

    /** The input that a row holds. */
    static Value decode(PackHeader header, byte[] row) {
        ByteBuffer bytes = ByteBuffer.wrap(row);
        if (header.kind() == PackHeader.Kind.TEXT) {
            return new Value.Text(new String(bytes.array(), StandardCharsets.UTF_8));
        }
        float[] values = new float[bytes.capacity() / header.kind().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (header.kind()) {
                case BYTES -> (bytes.get() & 0xff) / 255f;
                case SHORTS -> bytes.getShort() / 32768f;
                default -> bytes.getFloat();
            };
        }
        return Value.Numbers.of(new Tensor(ints(header.shape()), values));
    }

    private byte[] row(int index) {
        long start = starts.length > 0 ? starts[index] : (long) index * header.rowBytes();
        long end = starts.length > 0 ? starts[index + 1] : start + header.rowBytes();
        try {
            synchronized (file) {
                file.seek(PackWriter.START.length + start);
                return read(end - start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("File " + name + " can not be read any more", e);
        }
    }

    private byte[] read(long length) throws IOException {
        byte[] bytes = new byte[(int) length];
        file.readFully(bytes);
        return bytes;
    }

    private PackHeader header(long length) throws IOException, DatasetException {
        long least = (long) PackWriter.START.length + AFTER_HEADER;
        if (length < least) {
            throw damaged(null);
        }
        file.seek(length - AFTER_HEADER);
        int jsonLength = file.readInt();
        if (!Arrays.equals(read(PackWriter.END.length), PackWriter.END)
                || jsonLength < 0
                || jsonLength > length - least) {
            throw damaged(null);
        }
        file.seek(0);
        if (!Arrays.equals(read(PackWriter.START.length), PackWriter.START)) {
            throw damaged(null);
        }
        file.seek(length - AFTER_HEADER - jsonLength);
        try {
            PackHeader read = new ObjectMapper().readValue(read(jsonLength), PackHeader.class);
            if (read.version() != PackHeader.VERSION || !fits(read, length - least - jsonLength)) {
                throw damaged(null);
            }
            return read;
        } catch (JsonProcessingException | NullPointerException e) {
            throw damaged(e);
        }
    }

    private static boolean fits(PackHeader header, long length) {
        boolean sane = header.rows() >= 0
                && header.dataBytes() >= 0
                && header.dataBytes() <= length
                && header.rows() <= length
                && sane(header.shape(), length)
                && sane(header.targetShape(), length);
        boolean isText = header.kind() == PackHeader.Kind.TEXT;
        return sane
                && (isText || header.dataBytes() == (long) header.rows() * header.rowBytes())
                && length
                        == header.dataBytes()
                                + (isText ? 8L * (header.rows() + 1L) : 0)
                                + header.rows() * (4L * header.targetSize() + 1);
    }

    private static boolean sane(List<Integer> shape, long most) {
        long size = 1;
        for (int axis : shape) {
            size *= axis;
            if (axis < 0 || size > most) {
                return false;
            }
        }
        return true;
    }

    private DatasetException damaged(@Nullable Exception cause) {
        String message = "File " + name + " is no packed data set of this version. Delete it and import again.";
        return cause == null ? new DatasetException(message) : new DatasetException(message, cause);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void close(@Nullable RandomAccessFile file) throws DatasetException {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new DatasetException("A packed file can not be closed: " + e.getMessage() + ".", e);
            }
        }
    }
}
