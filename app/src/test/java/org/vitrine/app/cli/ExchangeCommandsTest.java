package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;

/** Models and weights that come in and go out, and graphs that are compared; the worker pretends. */
class ExchangeCommandsTest {
    private static final Path IRIS =
            Path.of("..", "examples", "mlp-iris.vitrine").toAbsolutePath();
    private static final Path MODELS =
            Path.of("../model-designer/exchange/src/test/resources/org/vitrine/exchange/keras/models.zip");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Nobody presses Ctrl+C. */
    private static final class Undisturbed implements Interrupts {
        @Override
        public void onInterrupt(@Nullable Runnable action) {}

        @Override
        public void finished(int exitCode) {}
    }

    @BeforeEach
    void useThePretendingWorker() {
        String tests = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
        System.setProperty("vitrine.worker.classpath", tests);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Environment environment = new Environment(
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false),
                new Undisturbed(),
                () -> new WorkerLauncher(WorkerInstallation.locate(), WorkerSettings.DEFAULT, folder.resolve("native")),
                Optional.empty(),
                folder);
        return Cli.run(environment, arguments);
    }

    private String runs() {
        return folder.resolve("runs").toString();
    }

    private void model(String name) throws IOException {
        try (ZipFile zip = new ZipFile(MODELS.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    @Test
    void weightsOfARunAreWrittenAndTrainedOnIn() {
        assertThat(run("train", IRIS.toString(), "--epochs", "1", "--runs", runs()))
                .isEqualTo(ExitCode.OK);
        assertThat(run("weights", "latest", "-o", "weights.npz", "--runs", runs()))
                .isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("weights.npz")).exists();
        assertThat(run("train", IRIS.toString(), "--epochs", "1", "--weights", "weights.npz", "--runs", runs()))
                .isEqualTo(ExitCode.OK);
        assertThat(run("train", IRIS.toString(), "--weights", "gone.npz", "--runs", runs()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("There is no file").contains("gone.npz");
    }

    @Test
    void aKerasModelBecomesAProjectAndItsWeights() throws IOException {
        model("flowers.keras3.h5");
        assertThat(run("import", "flowers.keras3.h5", "-o", "flowers.vitrine", "--data", "iris"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("3 layers, 67 values; input 4, target 3 classes");
        assertThat(run(
                        "train",
                        folder.resolve("flowers.vitrine").toString(),
                        "--weights",
                        "flowers.npz",
                        "--epochs",
                        "1",
                        "--runs",
                        runs()))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aModelThatCanNotComeInLeavesNoFiles() throws IOException {
        model("refused_options.keras2.h5");
        assertThat(run("import", "refused_options.keras2.h5")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("oblong: kernel_size", "repeat: the layer RepeatVector");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("refused_options.keras2.h5"));
        }
    }

    @Test
    void compareTellsWhatDiffersBetweenTwoFiles() throws IOException {
        DocumentJson.write(DocumentJson.read(IRIS).withTitle("another"), folder.resolve("other.vitrine"));
        assertThat(run("compare", IRIS.toString(), "other.vitrine")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("~ Title").contains("\u2192 another");
        assertThat(run("compare", IRIS.toString(), IRIS.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("are the same");
        assertThat(run("compare", IRIS.toString(), "nothing", "--runs", runs())).isEqualTo(ExitCode.BAD_INPUT);
    }
}
