package org.vitrine.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;

/**
 * What commands need of the world.
 *
 * @param launcher made when first needed
 * @param home the folder of this installation, with {@code examples} in it, if known
 * @param working where relative paths start
 */
record Environment(
        Console console, Interrupts interrupts, Supplier<WorkerLauncher> launcher, Optional<Path> home, Path working) {

    static Environment ofProcess() {
        return new Environment(
                Console.ofProcess(),
                Interrupts.ofProcess(),
                () -> new WorkerLauncher(WorkerInstallation.locate(), WorkerSettings.DEFAULT),
                Optional.ofNullable(System.getProperty("vitrine.home")).map(Path::of),
                Path.of("").toAbsolutePath());
    }
}
