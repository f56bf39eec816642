package org.vitrine.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.vitrine.datasets.DatasetException;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent.WorkerFailed;

/** Puts what went wrong in a worker into words, with what helps. */
final class Failures {
    private static final String LESS_MEMORY =
            "Use a smaller batch or graph, or allow workers more memory in the settings";

    private Failures() {}

    static WorkerFailed describe(Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return describe(unchecked.getCause());
        }
        if (failure instanceof RunException known) {
            return new WorkerFailed(known.what(), known.cure());
        }
        if (failure instanceof DatasetException data) {
            return new WorkerFailed(
                    "The data can not be loaded: " + data.getMessage(), "Correct the data or choose other options");
        }
        if (isOutOfMemory(failure)) {
            return new WorkerFailed("Out of memory: " + failure.getMessage(), LESS_MEMORY);
        }
        if (failure instanceof UnsatisfiedLinkError || failure instanceof NoClassDefFoundError) {
            return new WorkerFailed(
                    "The engine can not be loaded on this machine: " + failure.getMessage(),
                    "Install Vitrine again for this system, and look into worker.log");
        }
        if (failure instanceof IOException) {
            return new WorkerFailed(
                    "A file can not be read or written: " + failure.getMessage(),
                    "Check that the run's folder exists, can be written, and has space left");
        }
        return new WorkerFailed(
                "The worker failed: " + failure, "Look into worker.log in the run's folder for details");
    }

    /** JavaCPP and ND4J report full native memory in several ways. */
    private static boolean isOutOfMemory(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage());
            if (at instanceof OutOfMemoryError
                    || message.contains("Failed to allocate")
                    || message.contains("Cannot allocate")
                    || message.contains("allocation failed")) {
                return true;
            }
        }
        return false;
    }
}
