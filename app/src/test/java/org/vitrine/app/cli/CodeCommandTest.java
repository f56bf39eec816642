package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;

class CodeCommandTest {
    private static final String IRIS = "../examples/mlp-iris.vitrine";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Interrupts none = new Interrupts() {
            @Override
            public void onInterrupt(@Nullable Runnable action) {}

            @Override
            public void finished(int exitCode) {}
        };
        Environment environment = new Environment(
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false),
                none,
                () -> new WorkerLauncher(WorkerInstallation.locate(), WorkerSettings.DEFAULT, folder.resolve("native")),
                Optional.empty(),
                folder);
        return Cli.run(environment, arguments);
    }

    @ParameterizedTest
    @CsvSource({"java, public final class Model", "keras, def build_model():", "pytorch, class Model(nn.Module):"})
    void theProgramIsPrinted(String language, String holds) {
        assertThat(run("code", IRIS, "--language", language)).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains(holds);
    }

    @Test
    void aFolderIsWrittenAndItsFilesAreNamed() {
        assertThat(run("code", IRIS, "--language", "java", "-o", "taken")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("Model.java", "data.npz", "pom.xml");
        assertThat(folder.resolve("taken/Model.java")).isNotEmptyFile();
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(run("code", IRIS, "--language", "cobol")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).containsIgnoringCase("cobol");
        assertThat(run("code", IRIS, "--language", "keras", "--run", "latest")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("--out");
    }
}
