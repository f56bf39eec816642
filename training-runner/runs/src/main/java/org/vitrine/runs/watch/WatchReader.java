package org.vitrine.runs.watch;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.RunException;
import org.vitrine.runs.json.LineTail;

/** Reads the looks that were appended since the last call, and the numbers that they name. Not safe for several threads. */
public final class WatchReader {
    private static final int MOST_AT_ONCE = 5_000;

    private final WatchFiles files;
    private final LineTail tail;
    private @Nullable FileTime seen;

    public WatchReader(WatchFiles files) {
        this.files = files;
        tail = new LineTail(files.records());
    }

    /** The newest decision surface of a model in training. */
    public record Live(WatchRecord.Surface surface, Tensor outputs, Tensor hidden) {}

    /** New records, oldest first, some thousands at most; none if nothing was watched. */
    public List<WatchRecord> poll() throws RunException {
        List<WatchRecord> records = new ArrayList<>();
        tail.poll(MOST_AT_ONCE, line -> WatchJson.read(line).ifPresent(records::add));
        return records;
    }

    /** The numbers of a block. */
    public static Tensor read(WatchFiles files, Block block) throws RunException {
        ByteBuffer bytes = ByteBuffer.allocate(block.size() * block.bytes());
        try (FileChannel channel = FileChannel.open(files.data(), StandardOpenOption.READ)) {
            long at = block.offset();
            while (bytes.hasRemaining()) {
                int count = channel.read(bytes, at);
                if (count < 0) {
                    throw new EOFException("The file ends before byte " + (block.offset() + bytes.capacity()));
                }
                at += count;
            }
        } catch (IOException e) {
            throw RunException.of("What was watched can not be read", files.data(), e);
        }
        return tensor(block, bytes.array(), 0);
    }

    private static Tensor tensor(Block block, byte[] bytes, int from) {
        float[] values = new float[block.size()];
        if (block.bytes() == 1) {
            Steps.read(bytes, from, block, values);
        } else {
            ByteBuffer.wrap(bytes, from, 4 * values.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
        }
        return new Tensor(block.shape().stream().mapToInt(Integer::intValue).toArray(), values);
    }

    /** The newest surface if it changed since the last call. */
    public Optional<Live> live() throws RunException {
        try {
            FileTime changed = Files.getLastModifiedTime(files.live());
            if (changed.equals(seen)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(files.live());
            seen = changed;
            int line = 0;
            while (line < bytes.length && bytes[line] != '\n') {
                line++;
            }
            int from = line + 1;
            return WatchJson.read(new String(bytes, 0, line, StandardCharsets.UTF_8))
                    .filter(WatchRecord.Surface.class::isInstance)
                    .map(WatchRecord.Surface.class::cast)
                    .map(surface -> new Live(
                            surface,
                            tensor(surface.outputs(), bytes, from),
                            tensor(
                                    surface.hidden(),
                                    bytes,
                                    from + (int) surface.hidden().offset())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw RunException.of("What was watched can not be read", files.live(), e);
        }
    }
}
