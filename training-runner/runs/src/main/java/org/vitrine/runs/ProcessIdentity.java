package org.vitrine.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process by its PID and start time, since PIDs are used again.
 *
 * @param start epoch milliseconds, 0 if the system does not tell
 */
public record ProcessIdentity(long pid, long start) {
    // The kernel's boot time, from which start times are computed, moves a little when the clock is set.
    private static final long TOLERANCE_MILLIS = 10_000;

    public static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(
                handle.pid(),
                handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Whether the process still runs on this machine. */
    public boolean isAlive() {
        return handle().isPresent();
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> handle() {
        // Last whether it is alive: a process that goes away meanwhile can neither be told a zombie nor another one.
        return ProcessHandle.of(pid)
                .filter(found -> !isZombie())
                .filter(this::isSame)
                .filter(ProcessHandle::isAlive);
    }

    private boolean isSame(ProcessHandle found) {
        Optional<Instant> started = found.info().startInstant();
        return start == 0 || started.isEmpty() || Math.abs(started.get().toEpochMilli() - start) <= TOLERANCE_MILLIS;
    }

    /** Dead but not yet waited for: in containers whose first process never waits, this lasts. */
    private boolean isZombie() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String text = Files.readString(stat);
            int afterName = text.lastIndexOf(')');
            return afterName >= 0 && text.startsWith(" Z", afterName + 1);
        } catch (IOException e) {
            // No /proc on this system: zombies can not be told, and orphans are waited for by its first process.
            return false;
        }
    }
}
