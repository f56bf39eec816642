package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;

/** The command line in a folder of its own, with a worker that only pretends to train. */
abstract class CommandLineFixture {
    static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    Path folder;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final AtomicReference<@Nullable Runnable> interrupt = new AtomicReference<>();
    private @Nullable String runsBefore;

    @BeforeEach
    void useThePretendingWorkerAndRunsOfItsOwn() {
        String tests = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
        System.setProperty("vitrine.worker.classpath", tests);
        runsBefore = System.setProperty("vitrine.runs", folder.resolve("runs").toString());
    }

    @AfterEach
    void giveTheRunsBack() {
        if (runsBefore == null) {
            System.clearProperty("vitrine.runs");
        } else {
            System.setProperty("vitrine.runs", runsBefore);
        }
    }

    /** The iris example under another title, which tells the pretending worker how to behave. */
    String iris(String title) throws IOException {
        return example("mlp-iris", title);
    }

    /** Another example under a title. */
    String example(String name, String title) throws IOException {
        Path file = folder.resolve(title + ".vitrine");
        DocumentJson.write(
                DocumentJson.read(EXAMPLES.resolve(name + ".vitrine")).withTitle(title), file);
        return file.toString();
    }

    int run(String... arguments) {
        Interrupts interrupts = new Interrupts() {
            @Override
            public void onInterrupt(@Nullable Runnable action) {
                interrupt.set(action);
            }

            @Override
            public void finished(int exitCode) {
                throw new AssertionError("Only the process tells this");
            }
        };
        Environment environment = new Environment(
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false),
                interrupts,
                () -> new WorkerLauncher(WorkerInstallation.locate(), WorkerSettings.DEFAULT, folder.resolve("native")),
                Optional.of(EXAMPLES.resolve("..")),
                folder);
        return Cli.run(environment, arguments);
    }
}
