package org.vitrine.runs.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventFollower;
import org.vitrine.runs.event.RunEvent.DeviceFound;
import org.vitrine.runs.event.RunEvent.WorkerFailed;
import org.vitrine.runs.event.TimedEvent;

/** Finds out in a process of its own which devices can be used, since a probe can crash its process. */
public final class DeviceProbe {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final WorkerLauncher launcher;
    private final Duration patience;

    public DeviceProbe(WorkerLauncher launcher) {
        this(launcher, PATIENCE);
    }

    DeviceProbe(WorkerLauncher launcher, Duration patience) {
        this.launcher = launcher;
        this.patience = patience;
    }

    /**
     * The devices and, for each that can not be used, the reason in words. Takes a second: not for the FX thread. Never
     * throws: a probe that fails means a CPU that may work and CUDA that does not.
     */
    public List<DeviceFound> probe() {
        Path folder;
        try {
            folder = Files.createTempDirectory("vitrine-describe");
        } catch (IOException e) {
            return unknown("no folder for the probe: " + e.getMessage());
        }
        try {
            return probe(folder);
        } catch (RunException e) {
            LOG.warn("Devices can not be probed: {}", e.getMessage());
            return List.of(
                    new DeviceFound(new Device.Cpu().toString(), false, "CPU", e.getMessage()),
                    new DeviceFound(new Device.Cuda(0).toString(), false, "CUDA", e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown("the probe was interrupted");
        } finally {
            delete(folder);
        }
    }

    private List<DeviceFound> probe(Path folder) throws RunException, InterruptedException {
        WorkerTask.Describe task =
                new WorkerTask.Describe(folder, launcher.installation().hasCudaPack());
        ProcessIdentity process = launcher.launch(task);
        EventFollower events = EventFollower.of(task.files().eventsFile());
        List<DeviceFound> found = new ArrayList<>();
        long end = System.nanoTime() + patience.toNanos();
        boolean alive = true;
        while (alive && System.nanoTime() < end) {
            // Before the events: what it wrote last is then read too.
            alive = process.isAlive();
            for (TimedEvent event : events.poll()) {
                if (event.event() instanceof DeviceFound device) {
                    found.add(device);
                } else if (event.event() instanceof WorkerFailed failed) {
                    return unknown(failed.what());
                }
            }
            if (alive) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
        if (alive) {
            process.handle().ifPresent(ProcessHandle::destroyForcibly);
            return found.isEmpty() ? unknown("the probe took longer than " + patience.toSeconds() + " s") : found;
        }
        return found.isEmpty() ? unknown("the probe's process ended without an answer") : found;
    }

    private static List<DeviceFound> unknown(String why) {
        return List.of(
                new DeviceFound(new Device.Cpu().toString(), true, "CPU (not probed: " + why + ")", null),
                new DeviceFound(new Device.Cuda(0).toString(), false, "CUDA", why));
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.debug("{} was left over", folder, e);
        }
    }
}
