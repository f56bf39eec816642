package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.download.Checksum;
import org.vitrine.datasets.download.DownloadProgress;
import org.vitrine.datasets.download.DownloadProgress.Stage;
import org.vitrine.datasets.download.DownloadTexts;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.datasets.download.RemoteDataset;
import org.vitrine.datasets.download.RemoteFile;

/** {@code vitrine data} with a server on this machine. */
class DataCommandTest {
    private static final byte[] FILE = "All the world's a stage.".repeat(10_000).getBytes(UTF_8);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicReference<@Nullable Runnable> interrupt = new AtomicReference<>();
    private byte[] served = FILE;
    private boolean interrupted;
    private final HttpServer server;

    DataCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void startServer() {
        server.createContext("/", exchange -> {
            Runnable action = interrupt.get();
            if (interrupted && action != null) {
                action.run();
            }
            try (exchange) {
                exchange.sendResponseHeaders(200, served.length);
                exchange.getResponseBody().write(served);
            }
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
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
        assertThat(json.get(0).get("files").get(0).get("sha256").textValue()).isEqualTo(sha256(FILE));
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
                .contains("input.txt  downloading", "input.txt  checking", "VITRINE_CACHE=" + folder);
    }

    @Test
    void ctrlCStopsAndTheSameCommandGoesOn() {
        interrupted = true;
        assertThat(run("data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.STOPPED);
        assertThat(err.toString(UTF_8)).contains("Go on with: vitrine data download tiny-shakespeare");
        assertThat(folder.resolve("tiny-shakespeare/input.txt")).doesNotExist();
        interrupted = false;
        assertThat(run("data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.OK);
    }

    @Test
    void aWrongFileFailsWithOneMessage() {
        served = FILE.clone();
        served[7] = 'x';
        assertThat(run("data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8))
                .contains("vitrine: What came from", "SHA-256", "thrown away")
                .doesNotContain("Exception");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void aFileWithoutAChecksumIsTrustedOnceAndAChangedOneMustBeAccepted() throws IOException {
        RemoteCatalogue unknown = catalogue(OptionalLong.empty(), List.of());
        assertThat(run(unknown, "data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.OK);
        assertThat(err.toString(UTF_8)).contains("later downloads must have it: SHA-256 " + sha256(FILE));
        Files.delete(folder.resolve("tiny-shakespeare/input.txt"));
        served = FILE.clone();
        served[7] = 'x';
        assertThat(run(unknown, "data", "download", "tiny-shakespeare")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(UTF_8)).contains("is not the file that was downloaded on", "--accept-changed");
        assertThat(run(unknown, "data", "download", "tiny-shakespeare", "--accept-changed"))
                .isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("tiny-shakespeare/input.txt")).hasBinaryContent(served);
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

    private RemoteCatalogue catalogue(OptionalLong bytes, List<Checksum> checksums) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/input.txt");
        RemoteFile file =
                new RemoteFile("Tiny Shakespeare", "input.txt", url, bytes, checksums, "test", "text public domain");
        return new RemoteCatalogue(List.of(RemoteDataset.of("Tiny Shakespeare", List.of(file))));
    }

    private int run(String... arguments) {
        return run(
                catalogue(OptionalLong.of(FILE.length), List.of(new Checksum(Checksum.Algorithm.SHA256, sha256(FILE)))),
                arguments);
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
