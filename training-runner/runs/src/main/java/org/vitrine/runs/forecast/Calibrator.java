package org.vitrine.runs.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.event.RunEvent.CalibrationAdvanced;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerTask;
import org.vitrine.runs.store.Folders;
import org.vitrine.runs.store.RunDirectory;

/** Has a worker measure what training a document takes. What was measured before is known at once. */
public final class Calibrator {
    private static final Logger LOG = LoggerFactory.getLogger(Calibrator.class);
    private static final double SECONDS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final WorkerLauncher launcher;
    private final CalibrationCache cache;
    private final double seconds;

    public Calibrator(WorkerLauncher launcher, CalibrationCache cache) {
        this(launcher, cache, SECONDS);
    }

    /** @param seconds that are trained; the data are loaded before */
    public Calibrator(WorkerLauncher launcher, CalibrationCache cache, double seconds) {
        this.launcher = launcher;
        this.cache = cache;
        this.seconds = seconds;
    }

    /** What was measured for this document before. */
    public Optional<Calibrated> known(GraphDocument document, Device device) {
        return cache.find(document, device, launcher.threads());
    }

    /**
     * Measures, and keeps what was measured. Takes some seconds: not for the FX thread.
     *
     * @param progress is told how far it is
     * @throws RunException if the document can not be trained, with the reason
     * @throws InterruptedException if the thread is interrupted, which ends the worker
     */
    public Calibrated measure(GraphDocument document, Device device, Consumer<CalibrationAdvanced> progress)
            throws RunException, InterruptedException {
        try {
            Path folder = Files.createTempDirectory("vitrine-calibration");
            try {
                RunDirectory files = new RunDirectory(folder);
                files.writeDocument(document);
                Calibrated found = measure(files, device, progress);
                cache.keep(document, device, launcher.threads(), found);
                return found;
            } finally {
                tidyUp(folder);
            }
        } catch (IOException e) {
            throw RunException.of("The network can not be measured", Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    private Calibrated measure(RunDirectory files, Device device, Consumer<CalibrationAdvanced> progress)
            throws IOException, InterruptedException {
        ProcessIdentity worker = launcher.launch(
                new WorkerTask.Calibrate(files, device, ProcessIdentity.current(), seconds), launcher.threads());
        try {
            return follow(files, worker, progress);
        } finally {
            Optional<ProcessHandle> process = worker.handle();
            if (process.isPresent()) {
                process.get().destroyForcibly();
                process.get().onExit().join();
            }
        }
    }

    private static Calibrated follow(RunDirectory files, ProcessIdentity worker, Consumer<CalibrationAdvanced> progress)
            throws IOException, InterruptedException {
        EventFollower events = EventFollower.of(files.eventsFile());
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean alive = true;
        while (alive && System.nanoTime() < end) {
            // Before the events: what it wrote last is then read too.
            alive = worker.isAlive();
            for (TimedEvent timed : events.poll()) {
                RunEvent event = timed.event();
                if (event instanceof Calibrated found) {
                    return found;
                } else if (event instanceof CalibrationAdvanced advanced) {
                    progress.accept(advanced);
                } else if (event instanceof RunEvent.WorkerFailed failed) {
                    throw new RunException(failed.what(), failed.cure());
                }
            }
            if (alive) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
        throw new RunException(
                alive
                        ? "The measurement took longer than " + PATIENCE.toMinutes() + " minutes"
                        : "The worker that measured ended without a word: " + lastWords(files),
                "Try a smaller batch, or train without a forecast");
    }

    private static String lastWords(RunDirectory files) throws IOException {
        String log = Files.exists(files.logFile())
                ? Files.readString(files.logFile()).strip()
                : "";
        return log.substring(log.lastIndexOf('\n') + 1);
    }

    private static void tidyUp(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            LOG.debug("{} was left over", folder, e);
        }
    }
}
