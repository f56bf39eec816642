package org.vitrine.runs.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.WorkerFiles;

/** Starts worker processes: the only place that does. A worker outlives this process and takes none of its signals. */
public final class WorkerLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLauncher.class);

    /**
     * Ctrl+C and the end of a terminal go to all processes of its foreground group: ignored signals stay ignored across
     * exec, and a session of its own also keeps Ctrl+Z away. exec keeps the PID.
     */
    private static final String DETACH =
            "trap '' INT HUP QUIT; if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; fi; exec \"$@\"";

    private final WorkerInstallation installation;
    private final WorkerCommandLine commandLine;
    private final Path nativeCache;

    public WorkerLauncher(WorkerInstallation installation, WorkerSettings settings) {
        this(
                installation,
                settings,
                Path.of(System.getProperty("user.home"), ".vitrine", "native").toAbsolutePath());
    }

    /** Launches with a folder of its own for unpacked native libraries. */
    public WorkerLauncher(WorkerInstallation installation, WorkerSettings settings, Path nativeCache) {
        this.installation = installation;
        this.commandLine = new WorkerCommandLine(
                Machine.current(), settings, Runtime.version().feature());
        this.nativeCache = nativeCache;
    }

    public WorkerInstallation installation() {
        return installation;
    }

    /** Threads of a worker by the machine, the settings and the workers beside it. */
    public int threads() {
        return commandLine.threads();
    }

    /** Starts a worker with as many {@link #threads}; what it prints is appended to its log. */
    public ProcessIdentity launch(WorkerTask task) throws RunException {
        return launch(task, threads());
    }

    /** Starts a worker that computes with so many threads; what it prints is appended to its log. */
    public ProcessIdentity launch(WorkerTask task, int threads) throws RunException {
        WorkerFiles files = task.files();
        List<String> command = commandLine.command(task, installation, nativeCache, threads);
        LOG.debug("Launching {}", command);
        try {
            Files.createDirectories(nativeCache);
            Files.deleteIfExists(files.crashFile());
            Files.writeString(
                    files.logFile(),
                    WorkerFiles.LAUNCH_MARK + Instant.now() + System.lineSeparator(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            ProcessBuilder builder = new ProcessBuilder(detached(command))
                    .directory(files.path().toFile())
                    .redirectInput(new File(Machine.isWindows() ? "NUL" : "/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(files.logFile().toFile()));
            builder.environment().putAll(WorkerCommandLine.environment());
            return ProcessIdentity.of(builder.start().toHandle());
        } catch (IOException e) {
            throw RunException.of("The worker could not be started", files.path(), e);
        }
    }

    private static List<String> detached(List<String> command) {
        if (Machine.isWindows()) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of("/bin/sh", "-c", DETACH, "vitrine-worker"));
        detached.addAll(command);
        return detached;
    }
}
