package org.vitrine.runs.json;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vitrine.runs.RunException;

/**
 * Appends lines, each with one write that other processes see at once. A line that a crash or a full disk tore is closed
 * before the next one. Safe for several threads.
 */
public final class LineAppender implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private boolean torn;

    /** Opens the file, or makes it. */
    public LineAppender(Path file) throws RunException {
        this.file = file;
        try {
            this.torn = endsWithinLine(file);
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw RunException.of("File can not be opened", file, e);
        }
    }

    /** Appends a line; it must hold no line breaks. */
    public synchronized void append(String line) throws RunException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode((torn ? "\n" : "") + line + "\n");
        try {
            torn = true;
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            torn = false;
        } catch (IOException e) {
            throw RunException.of("File can not be written", file, e);
        }
    }

    /** Waits until all lines are on the disk. */
    public synchronized void force() throws RunException {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw RunException.of("File can not be written", file, e);
        }
    }

    @Override
    public synchronized void close() throws RunException {
        try {
            channel.close();
        } catch (IOException e) {
            throw RunException.of("File can not be closed", file, e);
        }
    }

    private static boolean endsWithinLine(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            return false;
        }
        try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            int read = reading.read(last, reading.size() - 1);
            return read == 1 && last.get(0) != '\n';
        }
    }
}
