package org.vitrine.runs.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.vitrine.runs.RunException;

/**
 * Reads the lines that were appended to a file since the last look, up to the last line break; what stands behind it is
 * taken when its line is complete. A look at an unchanged file costs one stat call.
 */
public final class LineTail {
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private long position;
    private long seenSize = -1;
    private boolean gone;

    public LineTail(Path file) {
        this.file = file;
    }

    /** Whether the file was missing at the last look. */
    public boolean isGone() {
        return gone;
    }

    /**
     * Hands over new lines, oldest first.
     *
     * @param limit the most lines to take; the rest stays for the next look
     * @return number of lines handed over
     */
    public int poll(int limit, Consumer<String> lines) throws RunException {
        try {
            long size = Files.size(file);
            gone = false;
            return size == seenSize ? 0 : read(size, limit, lines);
        } catch (NoSuchFileException e) {
            gone = true;
            return 0;
        } catch (IOException e) {
            throw RunException.of("File can not be read", file, e);
        }
    }

    private int read(long size, int limit, Consumer<String> lines) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, Math.max(1, size - position)));
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int taken = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(position);
            while (channel.read(chunk.clear()) > 0) {
                byte[] bytes = chunk.array();
                int start = 0;
                for (int i = 0; i < chunk.position(); i++) {
                    if (bytes[i] != '\n') {
                        continue;
                    }
                    line.write(bytes, start, i - start);
                    start = i + 1;
                    position += line.size() + 1;
                    String text = line.toString(StandardCharsets.UTF_8);
                    line.reset();
                    lines.accept(text);
                    if (++taken == limit) {
                        return taken;
                    }
                }
                line.write(bytes, start, chunk.position() - start);
            }
            seenSize = position + line.size();
            return taken;
        }
    }
}
