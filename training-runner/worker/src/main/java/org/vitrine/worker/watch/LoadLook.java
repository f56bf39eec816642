package org.vitrine.worker.watch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.vitrine.runs.RunException;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchWriter;
import org.vitrine.worker.device.ProcessMemory;
import org.vitrine.worker.train.TrainingWatch;

/** What the process takes of the machine. */
final class LoadLook {
    private final WatchWriter writer;
    private long lastClock = System.nanoTime();
    private long lastProcessor = processorNanos();

    LoadLook(WatchWriter writer) {
        this.writer = writer;
    }

    void look(TrainingWatch.Step step, double watchingShare) throws RunException {
        long clock = System.nanoTime();
        long processor = processorNanos();
        double busy = (double) (processor - lastProcessor) / Math.max(1, clock - lastClock);
        lastClock = clock;
        lastProcessor = processor;
        Runtime runtime = Runtime.getRuntime();
        writer.write(new WatchRecord.Load(
                step.iterations(),
                step.learningRate(),
                step.examplesPerSecond(),
                busy,
                runtime.totalMemory() - runtime.freeMemory(),
                Pointer.totalBytes(),
                ProcessMemory.resident(),
                gpuBytes(),
                watchingShare));
    }

    private static long gpuBytes() {
        if (Nd4j.getExecutioner().type() != OpExecutioner.ExecutionerType.CUDA) {
            return 0;
        }
        var device = NativeOpsHolder.getInstance().getDeviceNativeOps();
        return device.getDeviceTotalMemory(0) - device.getDeviceFreeMemory(0);
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
