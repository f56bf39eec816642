package org.vitrine.worker.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.DeviceFound;

/**
 * Tells which CUDA devices can train, and why others can not. ND4J's CUDA library has machine code for compute capability 3.7
 * to 8.6, which 8.9 runs too, and none that a newer device could translate.
 */
public final class CudaProbe {
    /** CUDA 11: code made for 11.6 runs on all its drivers. */
    private static final int OLDEST_VERSION = 11_000;

    private static final int OLDEST_CAPABILITY = 37;
    private static final int NEWEST_CAPABILITY = 89;

    /** Loads the driver. */
    @FunctionalInterface
    interface Loader {
        CudaDriver load() throws CudaDriver.CudaException;
    }

    private final Loader loader;
    private final boolean packInstalled;

    /** @param packInstalled whether the CUDA libraries of Vitrine are there */
    public CudaProbe(boolean packInstalled) {
        this(NativeCudaDriver::load, packInstalled);
    }

    CudaProbe(Loader loader, boolean packInstalled) {
        this.loader = loader;
        this.packInstalled = packInstalled;
    }

    /** One entry for each device, or one that says why there is none. */
    public List<DeviceFound> probe() {
        try {
            CudaDriver driver = loader.load();
            int count = driver.count();
            if (count == 0) {
                return List.of(none("the NVIDIA driver finds no device"));
            }
            List<DeviceFound> found = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                found.add(describe(driver, index));
            }
            return found;
        } catch (CudaDriver.CudaException e) {
            return List.of(none(String.valueOf(e.getMessage())));
        }
    }

    /** Why this device can not be used; empty if it can. */
    public Optional<String> whyNot(Device.Cuda device) {
        return probe().stream()
                .filter(found -> found.device().equals(device.toString()))
                .findFirst()
                .map(found -> Optional.ofNullable(found.whyNot()))
                .orElse(Optional.of("there is no CUDA device " + device.index()));
    }

    /** Memory of a device in bytes; 0 if it can not be asked. */
    long memory(Device.Cuda device) {
        try {
            return loader.load().device(device.index()).memory();
        } catch (CudaDriver.CudaException e) {
            return 0;
        }
    }

    private static DeviceFound none(String why) {
        return new DeviceFound(new Device.Cuda(0).toString(), false, "CUDA", why);
    }

    private DeviceFound describe(CudaDriver driver, int index) throws CudaDriver.CudaException {
        CudaDriver.CudaDevice device = driver.device(index);
        String name = String.format(
                Locale.ROOT,
                "%s, %.0f GiB, compute capability %d.%d",
                device.name(),
                device.memory() / (double) (1L << 30),
                device.major(),
                device.minor());
        String whyNot = reason(driver.version(), device);
        return new DeviceFound(new Device.Cuda(index).toString(), whyNot == null, name, whyNot);
    }

    private @Nullable String reason(int version, CudaDriver.CudaDevice device) {
        int capability = 10 * device.major() + device.minor();
        if (capability > NEWEST_CAPABILITY) {
            return "this device is too new: its compute capability is " + device.major() + "." + device.minor()
                    + ", and the CUDA library that Vitrine uses has code for 3.7 to 8.9 only";
        }
        if (capability < OLDEST_CAPABILITY) {
            return "this device is too old: its compute capability is " + device.major() + "." + device.minor()
                    + ", and 3.7 is the least";
        }
        if (version < OLDEST_VERSION) {
            return "the NVIDIA driver is too old: it supports CUDA " + version / 1000 + "." + version % 1000 / 10
                    + "; install version 450.80 or newer (510 is recommended)";
        }
        if (!packInstalled) {
            return "the CUDA pack is not installed: build it with 'mvn -Pcuda package'";
        }
        return null;
    }
}
