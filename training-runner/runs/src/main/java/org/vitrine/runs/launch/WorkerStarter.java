package org.vitrine.runs.launch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent.DeviceFound;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunRecord;

/** Starts runs through the launcher; a CUDA device that can not be used becomes the CPU. */
public final class WorkerStarter implements RunStarter {
    private final WorkerLauncher launcher;
    private final DeviceProbe probe;
    private @Nullable List<DeviceFound> devices;

    public WorkerStarter(WorkerLauncher launcher) {
        this(launcher, new DeviceProbe(launcher));
    }

    WorkerStarter(WorkerLauncher launcher, DeviceProbe probe) {
        this.launcher = launcher;
        this.probe = probe;
    }

    @Override
    public Choice choose(Device wished) {
        if (wished instanceof Device.Cpu) {
            return new Choice(wished, "");
        }
        Optional<DeviceFound> found = devices().stream()
                .filter(device -> device.device().equals(wished.toString()))
                .findFirst();
        if (found.isPresent() && found.get().usable()) {
            return new Choice(wished, "");
        }
        String why = found.map(DeviceFound::whyNot).orElseGet(this::whyNoCuda);
        return new Choice(new Device.Cpu(), why);
    }

    @Override
    public ProcessIdentity start(RunDirectory run, Device device) throws RunException {
        RunRecord record = run.readRecord();
        if (record.threads() == 0) {
            // Sums depend on how a batch is shared: when the run goes on, it is with as many threads.
            record = record.withThreads(launcher.threads());
            run.writeRecord(record);
        }
        return launcher.launch(new WorkerTask.Train(run, device), record.threads());
    }

    /** Probed once: drivers do not come and go while a program runs. */
    private synchronized List<DeviceFound> devices() {
        if (devices == null) {
            devices = probe.probe();
        }
        return devices;
    }

    private String whyNoCuda() {
        return devices().stream()
                .filter(device -> device.device().startsWith("cuda"))
                .filter(device -> device.whyNot() != null)
                .map(DeviceFound::whyNot)
                .findFirst()
                .orElse("there is no such device");
    }
}
