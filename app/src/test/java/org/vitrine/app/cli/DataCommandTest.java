package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.data.download.LocalServer;
import org.vitrine.datasets.download.DownloadProgress;
import org.vitrine.datasets.download.DownloadProgress.Stage;
import org.vitrine.datasets.download.DownloadTexts;
import org.vitrine.datasets.download.RemoteCatalogue;

/** {@code vitrine data} with a server on this machine. */
class DataCommandTest {
    private static final byte[] FILE = LocalServer.FILE;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicReference<@Nullable Runnable> interrupt = new AtomicReference<>();
    private final LocalServer server = new LocalServer();

    DataCommandTest() throws IOException {}

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theListTellsSizesLicencesAndWhatIsHere() throws IOException {
        assertThat(Cli.run(environment(), "data", "list", "--cache", folder.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .contains(
                        "cifar-10", "170 MB", "CC BY-SA 3.0", "movielens-100k", "no redistribution", "size not known");
        assertThat(run("data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.OK);
        out.reset();
        assertThat(run("data", "list", "--json")).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json).hasSize(1);
        assertThat(json.get(0).get("state").textValue()).isEqualTo("complete");
        assertThat(json.get(0).get("files").get(0).get("sha256").textValue()).isEqualTo(LocalServer.sha256(FILE));
        assertThat(json.get(0).get("warnings").get(0).textValue()).isEqualTo("NO_TLS");
    }

    @Test
    void aDownloadTellsWarningsShowsProgressAndPrintsTheFolder() {
        assertThat(run("data", "download", "Tiny Shakespeare")).isEqualTo(ExitCode.OK);
        Path set = folder.resolve("tiny-shakespeare").toAbsolutePath();
        assertThat(out.toString(UTF_8).strip()).isEqualTo(set.toString());
        assertThat(set.resolve("input.txt")).hasBinaryContent(FILE);
        assertThat(err.toString(UTF_8))
                .contains("licence: text public domain", "note: The server offers no encrypted connection")
                .contains("input.txt  downloading", "input.txt  checking", "VITRINE_CACHE=" + folder)
                .contains("projects call it the data set \"tiny-shakespeare\"");
    }

    @Test
    void ctrlCStopsAndTheSameCommandGoesOn() {
        server.onRequest(() -> {
            Runnable action = interrupt.get();
            if (action != null) {
                action.run();
            }
        });
        assertThat(run("data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.STOPPED);
        assertThat(err.toString(UTF_8)).contains("Go on with: vitrine data download tiny-shakespeare");
        assertThat(folder.resolve("tiny-shakespeare/input.txt")).doesNotExist();
        server.onRequest(() -> {});
        assertThat(run("data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.OK);
    }

    @Test
    void aWrongFileFailsWithOneMessage() {
        server.change();
        assertThat(run("data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8))
                .contains("vitrine: What came from", "SHA-256", "thrown away")
                .doesNotContain("Exception");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void aFileWithoutAChecksumIsTrustedOnceAndAChangedOneMustBeAccepted() throws IOException {
        RemoteCatalogue unknown = LocalServer.catalogue(server.unknown("Tiny Shakespeare"));
        assertThat(run(unknown, "data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.OK);
        assertThat(err.toString(UTF_8)).contains("later downloads must have it: SHA-256 " + LocalServer.sha256(FILE));
        Files.delete(folder.resolve("tiny-shakespeare/input.txt"));
        byte[] other = server.change();
        assertThat(run(unknown, "data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("is not the file that was downloaded on", "--accept-changed");
        assertThat(run(unknown, "data", "download", "tiny-shakespeare", "--accept-changed"))
                .isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("tiny-shakespeare/input.txt")).hasBinaryContent(other);
    }

    @Test
    void wrongUseIsExplained() {
        assertThat(run("data", "download", "imagenet")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains("There is no data set \"imagenet\" to download");
        assertThat(run("data", "download")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Cli.run(environment(), "data")).isEqualTo(ExitCode.BAD_INPUT);
        out.reset();
        assertThat(Cli.run(environment(), "data", "download", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("--cache", "VITRINE_CACHE", "Ctrl+C stops");
    }

    @Test
    void aTerminalShowsABarWithPaceAndTimeLeft() {
        Console console = new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), true);
        DownloadLines lines = new DownloadLines(console, new DownloadTexts(Locale.ENGLISH), () -> false);
        assertThat(lines.line(new DownloadProgress(Stage.DOWNLOADING, "a.gz", 2, 4, 50_000_000, 100_000_000, 5e6)))
                .isEqualTo("2/4 a.gz  [============>           ]  50%  downloading  5.00 MB/s  ETA 10 s");
        assertThat(lines.line(new DownloadProgress(Stage.DOWNLOADING, "a.gz", 1, 1, 1_500, -1, Double.NaN)))
                .isEqualTo("a.gz  downloading  1.50 kB");
    }

    private int run(String... arguments) {
        return run(LocalServer.catalogue(server.known("Tiny Shakespeare", "text public domain")), arguments);
    }

    private int run(RemoteCatalogue catalogue, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--cache", folder.toString()));
        return Cli.run(environment(), catalogue, all.toArray(String[]::new));
    }

    private Environment environment() {
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
        return new Environment(
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false),
                interrupts,
                () -> {
                    throw new AssertionError("No worker is needed");
                },
                Optional.empty(),
                folder);
    }
}
