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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.store.Folders;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.store.WorkerFiles;

/** Starts worker processes: the only place that does. A worker outlives this process and takes none of its signals. */
public final class WorkerLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLauncher.class);
    private static final int REHEARSAL_SECONDS = 180;

    /**
     * Ctrl+C and the end of a terminal go to all processes of its foreground group: ignored signals stay ignored across
     * exec, and a session of its own also keeps Ctrl+Z away. exec keeps the PID.
     */
    private static final String DETACH =
            "trap '' INT HUP QUIT; if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; fi; exec \"$@\"";

    private final WorkerInstallation installation;
    private final WorkerCommandLine commandLine;
    private final Path nativeCache;
    private final ClassArchive archive;

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
        this.archive = new ClassArchive(nativeCache.resolve("classes"));
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
        List<String> command = commandLine.command(
                task, installation, nativeCache, threads, archive.options(installation.classPath(task.device())));
        return start(command, files);
    }

    private ProcessIdentity start(List<String> command, WorkerFiles files) throws RunException {
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

    /**
     * Makes the class archive that lets workers start in about half the time, unless it is there. Trains a little net for
     * some seconds: not for the FX thread.
     *
     * @return whether there is one now
     * @throws RunException if it can not be made; workers start without it
     */
    public boolean rehearse() throws RunException {
        String classPath = installation.classPath(new Device.Cpu());
        Path file = archive.file(classPath).orElse(null);
        if (file == null || Files.exists(file)) {
            return file != null;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path stage = Files.createTempDirectory(folder, "rehearsal");
            try {
                Path made = stage.resolve("made.jsa");
                RunDirectory run = new RunStore(stage).create(Rehearsal.document(), new Device.Cpu());
                ProcessIdentity worker = start(
                        commandLine.command(
                                new WorkerTask.Train(run, new Device.Cpu()),
                                installation,
                                nativeCache,
                                threads(),
                                List.of("-XX:ArchiveClassesAtExit=" + made, "-Xlog:cds=off,cds+dynamic=off")),
                        run);
                Optional<ProcessHandle> process = worker.handle();
                if (process.isPresent()) {
                    process.get().onExit().get(REHEARSAL_SECONDS, TimeUnit.SECONDS);
                }
                if (run.readState().status() == RunStatus.FINISHED && Files.exists(made)) {
                    archive.adopt(made, file);
                    LOG.info("Made the class archive {}", file);
                }
            } finally {
                Folders.delete(stage);
            }
        } catch (IOException e) {
            throw RunException.of("The class archive can not be made", file, e);
        } catch (ExecutionException | TimeoutException e) {
            throw RunException.of("The class archive can not be made", file, new IOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Files.exists(file);
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
