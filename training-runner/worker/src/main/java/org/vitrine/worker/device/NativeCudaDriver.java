package org.vitrine.worker.device;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;

/** Calls the driver library of this machine: libcuda, or nvcuda on Windows. */
final class NativeCudaDriver implements CudaDriver {
    private static final int NO_DEVICE = 100;
    private static final int COMPUTE_CAPABILITY_MAJOR = 75;
    private static final int COMPUTE_CAPABILITY_MINOR = 76;
    private static final int NAME_LENGTH = 256;

    private final NativeLibrary library;
    private final boolean none;

    private NativeCudaDriver(NativeLibrary library) throws CudaException {
        this.library = library;
        int result = library.getFunction("cuInit").invokeInt(new Object[] {0});
        this.none = result == NO_DEVICE;
        if (!none) {
            check(result, "start");
        }
    }

    /** Loads the library. */
    static CudaDriver load() throws CudaException {
        try {
            return new NativeCudaDriver(NativeLibrary.getInstance(libraryName()));
        } catch (UnsatisfiedLinkError e) {
            throw new CudaException("no NVIDIA driver is installed");
        }
    }

    private static String libraryName() {
        return Platform.isWindows() ? "nvcuda" : Platform.isLinux() ? "libcuda.so.1" : "cuda";
    }

    @Override
    public int version() throws CudaException {
        IntByReference version = new IntByReference();
        call("tell its version", "cuDriverGetVersion", version);
        return version.getValue();
    }

    @Override
    public int count() throws CudaException {
        if (none) {
            return 0;
        }
        IntByReference count = new IntByReference();
        call("count devices", "cuDeviceGetCount", count);
        return count.getValue();
    }

    @Override
    public CudaDevice device(int index) throws CudaException {
        IntByReference device = new IntByReference();
        call("open device " + index, "cuDeviceGet", device, index);
        byte[] name = new byte[NAME_LENGTH];
        call("name device " + index, "cuDeviceGetName", name, name.length, device.getValue());
        LongByReference memory = new LongByReference();
        call("measure device " + index, "cuDeviceTotalMem_v2", memory, device.getValue());
        return new CudaDevice(
                text(name),
                attribute(COMPUTE_CAPABILITY_MAJOR, device.getValue()),
                attribute(COMPUTE_CAPABILITY_MINOR, device.getValue()),
                memory.getValue());
    }

    private int attribute(int attribute, int device) throws CudaException {
        IntByReference value = new IntByReference();
        call("describe a device", "cuDeviceGetAttribute", value, attribute, device);
        return value.getValue();
    }

    private static String text(byte[] zeroTerminated) {
        int length = 0;
        while (length < zeroTerminated.length && zeroTerminated[length] != 0) {
            length++;
        }
        return new String(zeroTerminated, 0, length, StandardCharsets.UTF_8);
    }

    private void call(String doing, String name, Object... arguments) throws CudaException {
        Function function;
        try {
            function = library.getFunction(name);
        } catch (UnsatisfiedLinkError e) {
            throw new CudaException("the NVIDIA driver is too old: it has no " + name);
        }
        check(function.invokeInt(arguments), doing);
    }

    private static void check(int result, String doing) throws CudaException {
        if (result != 0) {
            throw new CudaException("the NVIDIA driver failed to " + doing + " (error " + result
                    + "); restart the machine or install the driver again");
        }
    }
}
