package org.vitrine.runs.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.vitrine.runs.RunException;

/** Held by the one process that starts or queues runs right now; let go when closed, or when the process ends. */
final class StoreLock {
    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<StoreLock> tryLock(Path file) throws RunException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            locked = lock != null;
            return locked ? Optional.of(new StoreLock(channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it.
            return Optional.empty();
        } catch (IOException e) {
            throw RunException.of("Runs can not be locked", file, e);
        } finally {
            if (channel != null && !locked) {
                closeQuietly(channel);
            }
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written through it.
        }
    }

    void close() throws RunException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new RunException("The lock on the runs could not be let go", "Start Vitrine again", e);
        }
    }
}
