package org.vitrine.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.DownloadProgress.Stage;
import org.vitrine.datasets.download.unpack.UnpackLimits;

/** A server on this machine, a cache folder, and what downloads from one into the other tell. */
abstract class DownloadFixture {
    static final byte[] FILE = TestServer.noise(300_000, 1);
    static final byte[] OTHER = TestServer.noise(300_000, 2);
    static final DownloadPolicy IMPATIENT = new DownloadPolicy(
            Duration.ofSeconds(5), Duration.ofMillis(400), 4, Duration.ofMillis(1), Duration.ofMillis(20), 1_000_000);

    @TempDir
    Path folder;

    final List<DownloadProgress> progress = new ArrayList<>();

    @Nullable
    TestServer server;

    Predicate<DownloadProgress> stopAt = now -> false;

    @AfterEach
    void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    void start(TestServer.Handler handler) throws IOException {
        stopServer();
        server = new TestServer(handler);
    }

    TestServer server() {
        return Objects.requireNonNull(server);
    }

    URI url() {
        return server().url("/file.bin");
    }

    RemoteDataset known(byte[] content) {
        return set(file("file.bin", content));
    }

    RemoteDataset unknown() {
        return set(new RemoteFile("Set", "file.bin", url(), OptionalLong.empty(), List.of(), "url only", "CC0"));
    }

    RemoteFile file(String name, byte[] content) {
        return new RemoteFile(
                "Set", name, url(), OptionalLong.of(content.length), List.of(sum(content)), "test", "CC0");
    }

    static RemoteDataset set(RemoteFile file) {
        return RemoteDataset.of("Set", List.of(file));
    }

    DownloadCache cache() {
        return new DownloadCache(folder.resolve("cache"));
    }

    Downloader downloader() {
        return new Downloader(
                cache(), IMPATIENT, UnpackLimits.STANDARD, new Proxies(Map.of(), ProxySelector.getDefault()));
    }

    DownloadResult download(RemoteDataset set) throws DatasetException {
        return downloader().download(set, false, monitor());
    }

    DownloadMonitor monitor() {
        return new DownloadMonitor() {
            private boolean stopped;

            @Override
            public void update(DownloadProgress now) {
                progress.add(now);
                stopped |= stopAt.test(now);
            }

            @Override
            public boolean cancelled() {
                return stopped;
            }
        };
    }

    Path target() {
        return folder.resolve("cache/set/file.bin");
    }

    Path part() {
        return folder.resolve("cache/set/file.bin.part");
    }

    void assertArrived(byte[] content) {
        assertThat(target()).hasBinaryContent(content);
        assertThat(part()).doesNotExist();
        assertThat(part().resolveSibling("file.bin.part.json")).doesNotExist();
    }

    void assertNothingKept() {
        assertThat(target()).doesNotExist();
        assertThat(part()).doesNotExist();
        assertThat(part().resolveSibling("file.bin.part.json")).doesNotExist();
    }

    void assertFails(RemoteDataset set, String... because) {
        assertThatThrownBy(() -> download(set))
                .isInstanceOf(DatasetException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(because).doesNotContain("Exception"));
    }

    DownloadProgress last(Stage stage) {
        return progress.stream()
                .filter(now -> now.stage() == stage)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    static Checksum sum(byte[] content) {
        return new Checksum(Checksum.Algorithm.SHA256, sha256(content));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
