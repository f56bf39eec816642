package org.vitrine.worker.device;

/** The part of NVIDIA's driver library that tells what there is. */
interface CudaDriver {

    /** The driver is not there, or says that something failed; the message is for people. */
    final class CudaException extends Exception {
        private static final long serialVersionUID = 1L;

        CudaException(String message) {
            super(message);
        }
    }

    /** The newest CUDA version that the driver can run, as 1000 * major + 10 * minor. */
    int version() throws CudaException;

    /** The number of devices. */
    int count() throws CudaException;

    /** Describes a device. */
    CudaDevice device(int index) throws CudaException;

    /**
     * A device.
     *
     * @param major compute capability before the dot
     * @param minor compute capability after the dot
     * @param memory in bytes
     */
    record CudaDevice(String name, int major, int minor, long memory) {}
}
