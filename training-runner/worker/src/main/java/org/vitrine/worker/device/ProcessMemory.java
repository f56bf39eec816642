package org.vitrine.worker.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/** The memory of this process that lies in RAM: heap, code, and what native libraries hold. */
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    /** Bytes now. */
    public static long resident() {
        return field("VmRSS:", Pointer.physicalBytes());
    }

    /** Bytes at most so far; where the system does not tell, bytes now. */
    public static long peak() {
        return field("VmHWM:", Pointer.physicalBytes());
    }

    private static long field(String name, long otherwise) {
        if (!Files.isReadable(STATUS)) {
            return otherwise;
        }
        try {
            return Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            // The process itself is never gone: then there is no such file on this system.
            return otherwise;
        }
    }
}
