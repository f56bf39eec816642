package org.vitrine.worker.device;

import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;

/** Makes sure, in the process that trains, that the chosen device can be used. */
public final class DeviceChoice {
    /** The display and other programs need some, and the driver keeps some for itself. */
    private static final double SHARE_OF_MEMORY = 0.9;

    private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";
    private static final String CPU_BACKEND = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";

    private DeviceChoice() {}

    /**
     * Selects the device, or reports that the processor takes its place.
     *
     * @return the device that is used
     * @throws RunException if the device can not be used and this process can not compute on the processor
     */
    public static Device settle(Device wished, EventSink events) throws RunException {
        return wished instanceof Device.Cuda cuda
                ? settle(
                        cuda,
                        new CudaProbe(isPresent(CUDA_BACKEND)),
                        isPresent(CPU_BACKEND),
                        DeviceChoice::select,
                        events)
                : wished;
    }

    /** Makes ND4J compute on a device, with a limit on the memory that it takes there. */
    @FunctionalInterface
    interface Selection {
        void select(int index, long memory);
    }

    static Device settle(
            Device.Cuda wished, CudaProbe probe, boolean processorToo, Selection selection, EventSink events)
            throws RunException {
        Optional<String> whyNot = probe.whyNot(wished);
        if (whyNot.isEmpty()) {
            selection.select(wished.index(), (long) (probe.memory(wished) * SHARE_OF_MEMORY));
            return wished;
        }
        if (processorToo) {
            Device.Cpu processor = new Device.Cpu();
            events.write(new RunEvent.DeviceFellBack(wished.toString(), processor.toString(), whyNot.get()));
            return processor;
        }
        throw new RunException("The device " + wished + " can not be used: " + whyNot.get(), "Train on the CPU");
    }

    private static void select(int index, long memory) {
        Nd4j.getAffinityManager().unsafeSetDevice(index);
        Nd4j.getEnvironment().setDeviceLimit(index, memory);
    }

    private static boolean isPresent(String type) {
        return DeviceChoice.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }
}
