package org.vitrine.runs.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.vitrine.runs.RunException;
import org.vitrine.runs.json.LineAppender;

/**
 * Appends looks. Numbers are written before the line that names them, so that a reader, or a worker that goes on after a crash,
 * never finds a line without its numbers; at worst some bytes belong to no line. Not safe for several threads.
 */
public final class WatchWriter implements Closeable {
    private final WatchFiles files;
    private final LineAppender lines;
    private final FileChannel data;
    private long end;

    /** Opens the files, or makes them. */
    public WatchWriter(WatchFiles files) throws RunException {
        this.files = files;
        try {
            Files.createDirectories(files.folder());
            data = FileChannel.open(
                    files.data(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            end = data.size();
        } catch (IOException e) {
            throw RunException.of("What is watched can not be written", files.folder(), e);
        }
        lines = new LineAppender(files.records());
    }

    /** Appends numbers as they are. */
    public Block floats(float[] values, int... shape) throws RunException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return append(bytes, shape, 4, 0, 0);
    }

    /** Appends numbers in 256 steps from the least to the greatest: enough for colours, a quarter of the room. */
    public Block steps(float[] values, int... shape) throws RunException {
        Steps steps = Steps.of(values);
        return append(ByteBuffer.wrap(steps.bytes()), shape, 1, steps.low(), steps.high());
    }

    private Block append(ByteBuffer bytes, int[] shape, int width, double low, double high) throws RunException {
        Block block = new Block(end, Arrays.stream(shape).boxed().toList(), width, low, high);
        if (block.size() * width != bytes.remaining()) {
            throw new IllegalArgumentException(
                    bytes.remaining() / width + " numbers do not fill the shape " + Arrays.toString(shape));
        }
        try {
            while (bytes.hasRemaining()) {
                end += data.write(bytes);
            }
            return block;
        } catch (IOException e) {
            throw RunException.of("What is watched can not be written", files.data(), e);
        }
    }

    /** Appends a look. */
    public void write(WatchRecord record) throws RunException {
        lines.append(WatchJson.write(Instant.now(), record));
    }

    /**
     * Replaces the newest surface, for who watches live.
     *
     * @param surface its blocks are left out
     * @param outputs [classes, rows, columns]
     * @param hidden [units, rows, columns]
     */
    public void live(
            WatchRecord.Surface surface,
            float[] outputs,
            List<Integer> outputShape,
            float[] hidden,
            List<Integer> shape)
            throws RunException {
        Steps first = Steps.of(outputs);
        Steps second = Steps.of(hidden);
        WatchRecord.Surface whole = new WatchRecord.Surface(
                surface.iteration(),
                surface.left(),
                surface.right(),
                surface.bottom(),
                surface.top(),
                new Block(0, outputShape, 1, first.low(), first.high()),
                new Block(outputs.length, shape, 1, second.low(), second.high()),
                surface.nodes());
        byte[] line = (WatchJson.write(Instant.now(), whole) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(line.length + outputs.length + hidden.length);
        bytes.put(line).put(first.bytes()).put(second.bytes());
        Path part = files.folder().resolve("surface.part");
        try {
            // Not forced to the disk: it is worth nothing a tenth of a second later.
            Files.write(part, bytes.array());
            move(part);
        } catch (IOException e) {
            throw RunException.of("What is watched can not be written", files.live(), e);
        }
    }

    private void move(Path part) throws IOException {
        try {
            Files.move(part, files.live(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, files.live(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws RunException {
        lines.close();
        try {
            data.close();
        } catch (IOException e) {
            throw RunException.of("What is watched can not be written", files.data(), e);
        }
    }
}
