package org.vitrine.datasets.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Part;

/**
 * Writes a packed file row by row: the start mark, rows, where texts begin, targets, parts, header, end mark. The file appears
 * whole when it is finished, or not at all.
 */
final class PackWriter implements AutoCloseable {
    static final byte[] START = "VITRPACK".getBytes(StandardCharsets.US_ASCII);
    static final byte[] END = "KCAPRTIV".getBytes(StandardCharsets.US_ASCII);
    static final String UNFINISHED = ".part";
    private static final int MOST_LISTED = 1000;

    private final Path temporary;
    private final PackHeader header;
    private final FileOutputStream file;
    private final DataOutputStream out;
    private final List<Skipped> skipped = new ArrayList<>();
    private int skippedFiles;
    private long dataBytes;
    private long[] starts = new long[64];
    private float[] targets = new float[64];
    private byte[] parts = new byte[64];
    private int rows;

    /**
     * Starts a file.
     *
     * @param folder where it will be; must exist
     * @param header rows, bytes and skipped files are filled in at the end
     */
    PackWriter(Path folder, PackHeader header) throws IOException {
        this.header = header;
        temporary = folder.resolve(UUID.randomUUID() + UNFINISHED);
        file = new FileOutputStream(temporary.toFile());
        out = new DataOutputStream(new BufferedOutputStream(file, 1 << 16));
        out.write(START);
    }

    /**
     * Adds an example.
     *
     * @param part null if the user's folders do not tell
     */
    void add(byte[] row, float[] target, @Nullable Part part) throws IOException {
        if (target.length != header.targetSize() || (header.rowBytes() > 0 && row.length != header.rowBytes())) {
            throw new IllegalArgumentException("A row of another size");
        }
        if (rows == parts.length) {
            parts = Arrays.copyOf(parts, 2 * rows);
            starts = Arrays.copyOf(starts, 2 * rows);
        }
        if ((rows + 1) * target.length > targets.length) {
            targets = Arrays.copyOf(targets, Math.max(2 * targets.length, (rows + 1) * target.length));
        }
        System.arraycopy(target, 0, targets, rows * target.length, target.length);
        parts[rows] = code(part);
        starts[rows] = dataBytes;
        rows++;
        dataBytes += row.length;
        out.write(row);
    }

    private static byte code(@Nullable Part part) {
        if (part == null) {
            return 0;
        }
        return switch (part) {
            case TRAIN -> 1;
            case VALIDATION -> 2;
            case TEST -> 3;
        };
    }

    void skip(Skipped what) {
        skippedFiles++;
        if (skipped.size() < MOST_LISTED) {
            skipped.add(what);
        }
    }

    int rows() {
        return rows;
    }

    /** Why the first file was skipped; empty if none was. */
    String firstSkipped() {
        return skipped.isEmpty() ? "" : skipped.get(0).reason();
    }

    /** Completes the file and moves it into place. */
    PackHeader finish(Path target) throws IOException {
        if (header.kind() == PackHeader.Kind.TEXT) {
            for (int i = 0; i < rows; i++) {
                out.writeLong(starts[i]);
            }
            out.writeLong(dataBytes);
        }
        int values = header.targetSize();
        ByteBuffer row = ByteBuffer.allocate(4 * values).order(ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < rows; i++) {
            row.clear().asFloatBuffer().put(targets, i * values, values);
            out.write(row.array());
        }
        out.write(parts, 0, rows);
        PackHeader whole = header.written(rows, dataBytes, skipped, skippedFiles);
        byte[] json = new ObjectMapper().writeValueAsBytes(whole);
        out.write(json);
        out.writeInt(json.length);
        out.write(END);
        out.flush();
        file.getFD().sync();
        out.close();
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return whole;
    }

    /** Leaves nothing behind if the file was not finished. */
    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
