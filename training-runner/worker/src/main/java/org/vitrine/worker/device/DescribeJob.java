package org.vitrine.worker.device;

import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent.DeviceFound;
import org.vitrine.runs.launch.WorkerTask;

/** Reports the devices of this machine. */
public final class DescribeJob {
    private DescribeJob() {}

    public static void run(WorkerTask.Describe task, EventWriter events) throws RunException {
        events.write(new DeviceFound(new Device.Cpu().toString(), true, CpuFacts.name(), null));
        for (DeviceFound found : new CudaProbe(task.cudaPack()).probe()) {
            events.write(found);
        }
    }
}
