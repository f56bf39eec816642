package org.vitrine.runs.launch;

import java.nio.file.Path;
import java.util.Optional;

/** Launches the fake worker on the class path of the tests. */
public final class FakeInstallation {
    private FakeInstallation() {}

    public static WorkerLauncher launcher(Path folder) {
        return new WorkerLauncher(
                WorkerInstallation.of(FakeWorker.class.getName(), classPath()),
                new WorkerSettings(48, 0, 1),
                folder.resolve("native"));
    }

    public static WorkerStarter starter(Path folder) {
        return new WorkerStarter(launcher(folder));
    }

    public static String classPath() {
        // Surefire may hide the class path in a manifest.
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }
}
