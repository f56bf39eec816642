package org.vitrine.worker.device;

import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.train.EventSink;

/** Makes sure, in the process that trains, that the chosen device can be used. */
public final class DeviceChoice {
    private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";
    private static final String CPU_BACKEND = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";

    private DeviceChoice() {}

    /**
     * Selects the device, or reports that the processor takes its place.
     *
     * @throws RunException if the device can not be used and this process can not compute on the processor
     */
    public static void settle(Device wished, EventSink events) throws RunException {
        if (!(wished instanceof Device.Cuda cuda)) {
            return;
        }
        Optional<String> whyNot = new CudaProbe(isPresent(CUDA_BACKEND)).whyNot(cuda);
        if (whyNot.isEmpty()) {
            Nd4j.getAffinityManager().unsafeSetDevice(cuda.index());
        } else if (isPresent(CPU_BACKEND)) {
            events.write(new RunEvent.DeviceFellBack(wished.toString(), new Device.Cpu().toString(), whyNot.get()));
        } else {
            throw new RunException("The device " + wished + " can not be used: " + whyNot.get(), "Train on the CPU");
        }
    }

    private static boolean isPresent(String type) {
        return DeviceChoice.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }
}
