package org.vitrine.peers.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.vitrine.runs.launch.Machine;

/** What the measurements were taken on. */
record MachineFacts(String processor, int cores, long memory, String system, String java, double load) {
    private static final double QUIET = 1;

    static MachineFacts current() throws IOException {
        Machine machine = Machine.current();
        return new MachineFacts(
                processorName(),
                machine.cores(),
                machine.memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                loadNow());
    }

    private static String processorName() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            for (String line : Files.readAllLines(info)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return System.getProperty("os.arch");
    }

    /** Processes that ran or waited to run in the last minute, on average. */
    static double loadNow() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getSystemLoadAverage();
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%s: %s, %d cores, %.0f GB, %s, %s. Load average before the first measurement %.1f, after the last %.1f.%s",
                LocalDate.now(ZoneOffset.UTC),
                processor,
                cores,
                memory / 1e9,
                system,
                java,
                load,
                loadNow(),
                load > QUIET
                        ? " **The machine was not idle before: the figures by the clock may be off, the ratios less so.**"
                        : "");
    }
}
