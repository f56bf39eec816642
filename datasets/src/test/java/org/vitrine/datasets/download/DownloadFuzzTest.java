package org.vitrine.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.unpack.Trees;
import org.vitrine.datasets.download.unpack.UnpackLimits;

/** Whatever a server does: the right file under its name, or a message and no file. */
class DownloadFuzzTest {
    private static final byte[] FILE = TestServer.noise(60_000, 1);
    private static final byte[] OTHER = TestServer.noise(60_000, 2);
    private static final DownloadPolicy IMPATIENT = new DownloadPolicy(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 3, Duration.ofMillis(1), Duration.ofMillis(1), 100_000);

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void serversOfAllKinds(@ForAll Random random, @ForAll boolean knownLength) throws Exception {
        Path folder = Files.createTempDirectory("download");
        try (TestServer server = new TestServer((request, number, out) -> misbehave(random, request, out))) {
            RemoteFile file = new RemoteFile(
                    "Set",
                    "file.bin",
                    server.url("/file.bin"),
                    knownLength ? OptionalLong.of(FILE.length) : OptionalLong.empty(),
                    List.of(new Checksum(Checksum.Algorithm.SHA256, sha256(FILE))),
                    "test",
                    "CC0");
            DownloadCache cache = new DownloadCache(folder);
            RemoteDataset set = RemoteDataset.of("Set", List.of(file));
            Path target = cache.file(set, file);
            try {
                new Downloader(
                                cache,
                                IMPATIENT,
                                UnpackLimits.STANDARD,
                                new Proxies(Map.of(), ProxySelector.getDefault()))
                        .download(set, false, patient());
                assertThat(target).hasBinaryContent(FILE);
            } catch (DatasetException e) {
                assertThat(e.getMessage()).contains("127.0.0.1").doesNotContain("Exception");
                assertThat(target).doesNotExist();
            }
        } finally {
            Trees.delete(folder);
        }
    }

    private static void misbehave(Random random, TestServer.Request request, OutputStream out) throws IOException {
        int kind;
        int most;
        byte[] noise = new byte[300];
        synchronized (random) {
            kind = random.nextInt(10);
            most = random.nextInt(2 * FILE.length);
            random.nextBytes(noise);
        }
        switch (kind) {
            case 0 -> TestServer.send(out, request, OTHER, "\"v1\"", most);
            case 1 -> TestServer.head(out, 500 + most % 5, "Content-Length", "0");
            case 2 -> out.write(noise);
            case 3 -> {
                TestServer.head(out, 206, "Content-Range", "bytes " + most + "-" + FILE.length + "/*");
                out.write(FILE);
            }
            case 4 -> TestServer.head(out, 200, "Content-Length", new String(noise, 0, 6, StandardCharsets.ISO_8859_1));
            case 5 -> {
                TestServer.head(out, 200, "Content-Length", "" + FILE.length);
                out.write(FILE, 0, Math.min(most, FILE.length));
            }
            default -> TestServer.send(out, request, FILE, "\"v1\"", most);
        }
    }

    private static DownloadMonitor patient() {
        return new DownloadMonitor() {
            @Override
            public void update(DownloadProgress progress) {
                assertThat(progress.file()).isEqualTo("file.bin");
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
