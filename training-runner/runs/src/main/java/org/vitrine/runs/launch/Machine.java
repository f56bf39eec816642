package org.vitrine.runs.launch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What this machine has.
 *
 * @param cores physical ones, as far as the system tells; at most what this process may use
 * @param memory in bytes, the limit of the container included
 */
public record Machine(int cores, long memory) {

    public static Machine current() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 4 * Runtime.getRuntime().maxMemory();
        return new Machine(Math.min(physicalCores(), Runtime.getRuntime().availableProcessors()), memory);
    }

    /** Whether the operating system is Windows. */
    static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static int physicalCores() {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try {
                int cores = coresIn(Files.readAllLines(info));
                if (cores > 0) {
                    return cores;
                }
            } catch (IOException e) {
                // Then the number of processors must do.
                return Runtime.getRuntime().availableProcessors();
            }
        }
        return Runtime.getRuntime().availableProcessors();
    }

    /** Counts different pairs of socket and core; 0 if the text does not tell (ARM, some virtual machines). */
    static int coresIn(List<String> cpuinfo) {
        Set<String> cores = new HashSet<>();
        String socket = "0";
        for (String line : cpuinfo) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            if (line.startsWith("physical id")) {
                socket = value;
            } else if (line.startsWith("core id")) {
                cores.add(socket + "/" + value);
            }
        }
        return cores.size();
    }
}
