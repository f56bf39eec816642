package org.vitrine.runs.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.download.DownloadCache;
import org.vitrine.runs.RunException;

/** Puts together how a worker's JVM is called, and its environment. Public for programs that measure what workers do. */
public final class WorkerCommandLine {
    private static final String THREADS_PROPERTY = "vitrine.threads";
    private static final long MEGABYTE = 1L << 20;
    private static final int YOUNG_MEGABYTES = 32;

    private final Machine machine;
    private final WorkerSettings settings;
    private final int javaFeature;

    public WorkerCommandLine(Machine machine, WorkerSettings settings, int javaFeature) {
        this.machine = machine;
        this.settings = settings;
        this.javaFeature = javaFeature;
    }

    /**
     * The Java call, without what detaches it.
     *
     * @param archiving options that use or make a class archive
     */
    List<String> command(
            WorkerTask task, WorkerInstallation installation, Path nativeCache, int threads, List<String> archiving)
            throws RunException {
        List<String> command = virtualMachine(task.files().crashFile(), nativeCache, threads);
        command.addAll(archiving);
        command.add("-cp");
        command.add(installation.classPath(task.device()));
        command.add(installation.mainClass());
        command.addAll(task.toArguments());
        return command;
    }

    /** The Java call up to the class path. */
    public List<String> virtualMachine(Path crashFile, Path nativeCache, int threads) {
        List<String> command = new ArrayList<>();
        command.add(javaProgram());
        command.add("-Xmx" + heapMegabytes() + "m");
        // Iterations make thousands of short-lived owners of native memory: a small young generation frees them soon,
        // and roomy survivor spaces keep them out of the old one. Measured: level, and no slower than G1.
        command.add("-XX:+UseSerialGC");
        command.add("-Xmn" + YOUNG_MEGABYTES + "m");
        command.add("-XX:SurvivorRatio=2");
        // A worker that ran out of heap must end, not limp on; its log then says why.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:ErrorFile=" + crashFile);
        if (javaFeature >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.awt.headless=true");
        command.add("-D" + THREADS_PROPERTY + "=" + threads);
        // Downloaded data sets are looked for in the same folder.
        command.add("-Dvitrine.cache=" + DownloadCache.standard().root().toAbsolutePath());
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + nativeCache);
        command.add("-Dorg.bytedeco.javacpp.maxbytes=" + machine.memory() / 2);
        command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + machine.memory() / 4 * 3);
        return command;
    }

    /**
     * Variables that the native libraries read once, when they are loaded. The worker's own threads share a batch, each
     * with operations of one thread: most are too small to be shared themselves.
     */
    public static Map<String, String> environment() {
        return Map.of(
                // Spinning threads on busy cores are 10 to 50 times slower.
                "OMP_WAIT_POLICY", "passive",
                "OMP_NUM_THREADS", "1",
                "OPENBLAS_NUM_THREADS", "1");
    }

    int heapMegabytes() {
        long automatic = Math.max(512, Math.min(4096, machine.memory() / 4 / MEGABYTE));
        return settings.heapMegabytes() > 0 ? settings.heapMegabytes() : (int) automatic;
    }

    /** Threads of a worker that no run has fixed: the cores, shared among the workers that may run side by side. */
    public int threads() {
        return settings.threads() > 0 ? settings.threads() : Math.max(1, machine.cores() / settings.cpuRuns());
    }

    private static String javaProgram() {
        String home = System.getProperty("java.home") + File.separator + "bin" + File.separator;
        // javaw has no console, so Ctrl+C in one does not reach it.
        return Machine.isWindows() && new File(home + "javaw.exe").exists() ? home + "javaw.exe" : home + "java";
    }
}
