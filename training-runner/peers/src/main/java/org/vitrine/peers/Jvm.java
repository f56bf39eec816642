package org.vitrine.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.runs.launch.Machine;
import org.vitrine.runs.launch.WorkerCommandLine;
import org.vitrine.runs.launch.WorkerSettings;

/**
 * How a process for one engine is called, since ND4J and PyTorch can not share one. All have the class path of this one.
 *
 * @param command up to the class path
 * @param environment what is added to this process's own
 */
public record Jvm(List<String> command, Map<String, String> environment) {

    /** As the launcher calls a worker on a machine with nothing else to do. */
    public static Jvm worker(Path scratch) {
        WorkerCommandLine line = new WorkerCommandLine(
                Machine.current(), WorkerSettings.DEFAULT, Runtime.version().feature());
        return new Jvm(
                line.virtualMachine(scratch.resolve("crash.log"), scratch.resolve("native"), line.threads()),
                WorkerCommandLine.environment());
    }

    /** With nothing set but what keeps DJL from looking for downloads. */
    public static Jvm plain() {
        return new Jvm(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dai.djl.offline=true"),
                Map.of());
    }

    /** The same with one more JVM option. */
    public Jvm with(String option) {
        List<String> longer = new ArrayList<>(command);
        longer.add(option);
        return new Jvm(longer, environment);
    }

    /** Starts a main class; what it reports as errors goes to a file. */
    public Process start(Path log, Class<?> main, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        all.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(all).redirectError(log.toFile());
        // Measurements must not depend on how the shell is set up.
        builder.environment().keySet().removeIf(name -> name.startsWith("OMP_") || name.startsWith("OPENBLAS_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
