package org.vitrine.runs.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;

/** The class paths of workers: one for the processor, one for CUDA if its pack is installed. */
public final class WorkerInstallation {
    private static final String CURE =
            "Start Vitrine with the script 'vitrine' (which builds what is missing), or install it again";

    private static final String MAIN_CLASS = "org.vitrine.worker.WorkerMain";

    private final String mainClass;
    private final Optional<String> cpu;
    private final Optional<String> cuda;
    private final String searched;

    private WorkerInstallation(String mainClass, Optional<String> cpu, Optional<String> cuda, String searched) {
        this.mainClass = mainClass;
        this.cpu = cpu;
        this.cuda = cuda;
        this.searched = searched;
    }

    /** Another main class on a known class path, without a CUDA pack. */
    static WorkerInstallation of(String mainClass, String classPath) {
        return new WorkerInstallation(mainClass, Optional.of(classPath), Optional.empty(), "");
    }

    /**
     * Looks at the system properties {@code vitrine.worker.classpath} and {@code vitrine.cuda.classpath}, then at {@code
     * lib/worker} and {@code lib/cuda} in the folder that the property {@code vitrine.home} names.
     */
    public static WorkerInstallation locate() {
        Optional<Path> home = property("vitrine.home").map(Path::of);
        Optional<String> cpu = property("vitrine.worker.classpath").or(() -> home.flatMap(at -> jars(at, "worker")));
        Optional<String> cuda = property("vitrine.cuda.classpath").or(() -> home.flatMap(at -> jars(at, "cuda")));
        return new WorkerInstallation(
                MAIN_CLASS,
                cpu,
                cuda,
                home.map(at -> at.resolve("lib").toString())
                        .orElse("the folder of the property vitrine.home, which is not set"));
    }

    String mainClass() {
        return mainClass;
    }

    public boolean hasCudaPack() {
        return cuda.isPresent();
    }

    /** The class path for a device. */
    public String classPath(Device device) throws RunException {
        if (device instanceof Device.Cuda) {
            return cuda.orElseThrow(() -> new RunException(
                    "The CUDA pack is not installed (looked into " + searched + ")",
                    "Install it by building with 'mvn -Pcuda package', or train on the CPU"));
        }
        return cpu.orElseThrow(() -> new RunException("The worker is missing (looked into " + searched + ")", CURE));
    }

    private static Optional<String> jars(Path home, String kind) {
        File folder = home.resolve("lib").resolve(kind).toFile();
        String[] jars = folder.list((in, name) -> name.endsWith(".jar"));
        return jars == null || jars.length == 0 || !Files.isDirectory(folder.toPath())
                ? Optional.empty()
                : Optional.of(folder.getAbsolutePath() + File.separator + "*");
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
