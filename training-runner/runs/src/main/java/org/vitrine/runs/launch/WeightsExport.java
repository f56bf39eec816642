package org.vitrine.runs.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent.WorkerFailed;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.Folders;
import org.vitrine.runs.store.RunDirectory;

/** Has a worker write the weights of a trained run as NumPy arrays, by the names of docs/weights.md. */
public final class WeightsExport {
    private static final long LOOK_EVERY_MILLIS = 20;

    private final WorkerLauncher launcher;

    public WeightsExport(WorkerLauncher launcher) {
        this.launcher = launcher;
    }

    /**
     * Writes {@code file}, whole or not at all. Takes seconds: not for the FX thread.
     *
     * @throws RunException if the run has no checkpoint, or the file can not be written
     */
    public void write(RunDirectory run, Path file) throws RunException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("vitrine-weights");
            follow(new WorkerTask.Weights(run, folder, file.toAbsolutePath()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("Writing " + file + " was interrupted", "Try again", e);
        } catch (IOException e) {
            throw RunException.of("Weights can not be written", file, e);
        } finally {
            if (folder != null) {
                Folders.deleteIfThere(folder);
            }
        }
    }

    private void follow(WorkerTask.Weights task) throws RunException, InterruptedException {
        ProcessIdentity process = launcher.launch(task);
        EventFollower events = EventFollower.of(task.files().eventsFile());
        boolean alive = true;
        while (alive) {
            // Before the events: what it wrote last is then read too.
            alive = process.isAlive();
            for (TimedEvent event : events.poll()) {
                if (event.event() instanceof WorkerFailed failed) {
                    throw new RunException(failed.what(), failed.cure());
                }
            }
            if (alive) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
        if (!Files.exists(task.file())) {
            throw new RunException(
                    "The worker ended without a word and wrote no weights of the run "
                            + task.run().id(),
                    "Look whether memory is short, then try again");
        }
    }
}
