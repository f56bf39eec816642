package org.vitrine.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.DownloadCache.State;
import org.vitrine.datasets.download.DownloadProgress.Stage;
import org.vitrine.datasets.download.unpack.Archives;
import org.vitrine.datasets.download.unpack.UnpackLimits;

/** Downloads from a server on this machine that breaks its word in each way that servers do. */
@Timeout(60)
class DownloaderTest {
    private static final byte[] FILE = TestServer.noise(300_000, 1);
    private static final byte[] OTHER = TestServer.noise(300_000, 2);
    private static final DownloadPolicy IMPATIENT = new DownloadPolicy(
            Duration.ofSeconds(5), Duration.ofMillis(400), 4, Duration.ofMillis(1), Duration.ofMillis(20), 1_000_000);

    @TempDir
    Path folder;

    private final List<DownloadProgress> progress = new ArrayList<>();
    private @Nullable TestServer server;
    private Predicate<DownloadProgress> stopAt = now -> false;

    @AfterEach
    void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aFileArrivesWholeAndChecked() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, FILE, "\"v1\"", FILE.length));
        DownloadResult.Done done = (DownloadResult.Done) download(known(FILE));
        assertArrived(FILE);
        assertThat(done.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.checked()).isTrue();
            assertThat(receipt.sha256()).isEqualTo(sha256(FILE));
            assertThat(receipt.bytes()).isEqualTo(FILE.length);
        });
        assertThat(progress).extracting(DownloadProgress::stage).contains(Stage.DOWNLOADING, Stage.CHECKING);
        assertThat(last(Stage.DOWNLOADING).share()).isEqualTo(1);
    }

    @Test
    void aProxyOfTheEnvironmentIsAskedAndNamed() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, FILE, "\"v1\"", FILE.length));
        RemoteDataset set = set(new RemoteFile(
                "Set",
                "file.bin",
                URI.create("http://data.example.test/file.bin"),
                OptionalLong.of(FILE.length),
                List.of(sum(FILE)),
                "test",
                "CC0"));
        Proxies proxies =
                new Proxies(Map.of("http_proxy", "http://127.0.0.1:" + url().getPort()), ProxySelector.getDefault());
        Downloader downloader = new Downloader(cache(), IMPATIENT, UnpackLimits.STANDARD, proxies);
        assertThat(downloader.download(set, false, monitor())).isInstanceOf(DownloadResult.Done.class);
        assertArrived(FILE);
        assertThat(server().requests().get(0).path()).isEqualTo("http://data.example.test/file.bin");

        cache().remove(set);
        server().close();
        assertThatThrownBy(() -> downloader.download(set, false, monitor()))
                .hasMessageContaining("There is no way to data.example.test through the proxy 127.0.0.1:");
    }

    @Test
    void whatIsThereIsNotAskedForAgain() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, FILE, "\"v1\"", FILE.length));
        download(known(FILE));
        download(known(FILE));
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void aDroppedConnectionGoesOnWhereItBroke() throws Exception {
        start((request, number, out) ->
                TestServer.send(out, request, FILE, "\"v1\"", number == 1 ? 100_000 : FILE.length));
        download(known(FILE));
        assertArrived(FILE);
        TestServer.Request second = server().requests().get(1);
        assertThat(second.start()).isPositive().isLessThanOrEqualTo(100_000);
        assertThat(second.header("if-range")).isEqualTo("\"v1\"");
        assertThat(progress).extracting(DownloadProgress::stage).contains(Stage.WAITING);
    }

    @Test
    void aConnectionThatDropsManyTimesGetsThereAsLongAsSomethingComes() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, FILE, "\"v1\"", 20_000));
        download(known(FILE));
        assertArrived(FILE);
        assertThat(server().requests()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void aServerThatNeverSendsMoreIsGivenUpAndThePartIsKept() throws Exception {
        start((request, number, out) ->
                TestServer.send(out, request, FILE, "\"v1\"", request.start() == 0 ? 100_000 : 0));
        assertFails(known(FILE), "4 times in a row without a new byte", "100000 bytes are kept");
        assertThat(part()).hasSize(100_000);
        assertThat(cache().state(known(FILE))).isEqualTo(State.PARTIAL);
        assertThat(target()).doesNotExist();
    }

    @Test
    void aStoppedDownloadResumesInAnotherProcess() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, FILE, "\"v1\"", FILE.length));
        stopAt = now -> now.stage() == Stage.DOWNLOADING && now.done() > 50_000;
        assertThat(download(known(FILE))).isInstanceOf(DownloadResult.Stopped.class);
        long size = Files.size(part());
        assertThat(size).isPositive();
        assertThat(target()).doesNotExist();

        stopAt = now -> false;
        download(known(FILE));
        assertArrived(FILE);
        assertThat(server().requests().get(1).start()).isEqualTo((int) size);
    }

    @Test
    void anInterruptStopsAsCancelDoes() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, FILE, "\"v1\"", FILE.length));
        stopAt = now -> {
            if (now.stage() == Stage.DOWNLOADING) {
                Thread.currentThread().interrupt();
            }
            return false;
        };
        assertThat(download(known(FILE))).isInstanceOf(DownloadResult.Stopped.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aServerWithoutRangesStartsAnew() throws Exception {
        start((request, number, out) -> {
            TestServer.head(out, 200, "Content-Length", "" + FILE.length);
            out.write(FILE, 0, number == 1 ? 100_000 : FILE.length);
        });
        download(known(FILE));
        assertArrived(FILE);
        assertThat(server().requests()).hasSize(2);
    }

    @Test
    void aFileThatChangesBetweenItsHalvesIsFetchedAnew() throws Exception {
        start((request, number, out) -> {
            boolean first = number == 1;
            TestServer.send(out, request, first ? OTHER : FILE, first ? "\"v1\"" : "\"v2\"", first ? 100_000 : 300_000);
        });
        download(known(FILE));
        assertArrived(FILE);
    }

    @Test
    void aServerThatIgnoresIfRangeDoesNotMixTwoVersions() throws Exception {
        start((request, number, out) -> {
            // An honest ETag, but the rest although the file has changed.
            Map<String, String> headers = new HashMap<>(request.headers());
            headers.remove("if-range");
            TestServer.send(
                    out,
                    new TestServer.Request(request.path(), headers),
                    number == 1 ? OTHER : FILE,
                    number == 1 ? "\"v1\"" : "\"v2\"",
                    number == 1 ? 100_000 : FILE.length);
        });
        download(known(FILE));
        assertArrived(FILE);
    }

    @Test
    void twoHalvesThatDoNotFitAreFetchedOnceMoreInOnePiece() throws Exception {
        start((request, number, out) ->
                TestServer.send(out, request, number == 1 ? OTHER : FILE, "\"v1\"", number == 1 ? 100_000 : 300_000));
        download(known(FILE));
        assertArrived(FILE);
        assertThat(server().requests().get(2).start()).isZero();
    }

    @Test
    void withoutValidatorAndChecksumNothingIsPiecedTogether() throws Exception {
        start((request, number, out) -> {
            TestServer.head(out, 200, "Content-Length", "" + FILE.length);
            out.write(number == 1 ? OTHER : FILE, 0, number == 1 ? 100_000 : FILE.length);
        });
        download(unknown());
        assertArrived(FILE);
        assertThat(server().requests().get(1).header("range")).isNull();
    }

    @Test
    void anAnswerWithAnotherPartIsNotUsed() throws Exception {
        start((request, number, out) -> {
            if (number == 2) {
                TestServer.head(
                        out,
                        206,
                        "Content-Length",
                        "10",
                        "Content-Range",
                        "bytes 0-9/" + FILE.length,
                        "ETag",
                        "\"v1\"");
                out.write(FILE, 0, 10);
            } else {
                TestServer.send(out, request, FILE, "\"v1\"", number == 1 ? 100_000 : FILE.length);
            }
        });
        download(known(FILE));
        assertArrived(FILE);
    }

    @Test
    void aLengthThatIsTooShortOrTooLongIsNoticedAtOnce() throws Exception {
        for (int wrong : new int[] {FILE.length - 1, FILE.length + 1, 5_000}) {
            start((request, number, out) -> {
                TestServer.head(out, 200, "Content-Length", "" + wrong);
                out.write(FILE);
            });
            assertFails(known(FILE), "has " + wrong + " bytes, but the list says 300000");
            assertNothingKept();
            assertThat(server().requests()).hasSize(1);
        }
    }

    @Test
    void aBodyThatEndsBeforeItsLengthIsGivenUp() throws Exception {
        start((request, number, out) -> {
            TestServer.head(out, 200, "Content-Length", "400000", "ETag", "\"v1\"");
            out.write(FILE, request.start(), FILE.length - request.start());
        });
        assertFails(unknown(), "times in a row without a new byte");
        assertThat(target()).doesNotExist();
    }

    @Test
    void aFileOfAnotherSizeThanItsAnnouncedOneIsNoticed() throws Exception {
        // The server cuts a longer file and calls what it sends the whole.
        start((request, number, out) -> {
            TestServer.head(out, 200, "Content-Length", "200000", "ETag", "\"v1\"");
            out.write(FILE);
        });
        RemoteDataset set =
                set(new RemoteFile("Set", "file.bin", url(), OptionalLong.empty(), List.of(sum(FILE)), "test", "CC0"));
        assertFails(set, "is not the file that the list means", "SHA-256");
        assertNothingKept();
    }

    @Test
    void aWrongFileIsThrownAwayWithAMessage() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, OTHER, "\"v1\"", OTHER.length));
        assertFails(
                known(FILE),
                "is not the file that the list means",
                "SHA-256 is " + sha256(OTHER) + " instead of " + sha256(FILE),
                "thrown away");
        assertNothingKept();
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void endlessDataAreCutOff() throws Exception {
        start((request, number, out) -> {
            TestServer.head(out, 200, "ETag", "\"v1\"");
            while (true) {
                out.write(FILE);
            }
        });
        assertFails(known(FILE), "sends more than 300000 bytes");
        assertNothingKept();
        assertFails(unknown(), "sends more than 1000000 bytes");
        assertNothingKept();
    }

    @Test
    void anEndlessChunkedBodyIsCutOff() throws Exception {
        start((request, number, out) -> {
            TestServer.head(out, 200, "Transfer-Encoding", "chunked");
            while (true) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(FILE, 0, 0x10000);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        assertFails(unknown(), "sends more than 1000000 bytes");
        assertNothingKept();
    }

    @Test
    void aHugeAnnouncedLengthOfAnUnknownFileIsRefusedBeforeItComes() throws Exception {
        start((request, number, out) -> TestServer.head(out, 200, "Content-Length", "99999999999"));
        assertFails(unknown(), "the most that a file of unknown size may have");
        assertNothingKept();
    }

    @Test
    void aServerThatFallsSilentIsAskedAgain() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        start((request, number, out) -> {
            TestServer.send(out, request, FILE, "\"v1\"", number == 1 ? 100_000 : FILE.length);
            out.flush();
            if (number == 1) {
                never.await();
            }
        });
        download(known(FILE));
        assertArrived(FILE);
        assertThat(server().requests().get(1).start()).isPositive();
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        start((request, number, out) -> never.await());
        assertFails(known(FILE), "There is no way to 127.0.0.1 (the server does not answer)", "online");
    }

    @Test
    void whereNobodyListensIsSaidSoon() throws Exception {
        start((request, number, out) -> {});
        RemoteDataset set = known(FILE);
        server().close();
        assertFails(set, "There is no way to 127.0.0.1 (nobody answers there)", "online");
    }

    @Test
    void aSilentServerCanBeCancelled() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        start((request, number, out) -> never.await());
        stopAt = now -> now.stage() == Stage.CONNECTING;
        assertThat(download(known(FILE))).isInstanceOf(DownloadResult.Stopped.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429})
    void troubleThatPassesIsWaitedFor(int status) throws Exception {
        start((request, number, out) -> {
            if (number < 3) {
                TestServer.head(out, status, "Retry-After", "1", "Content-Length", "0");
            } else {
                TestServer.send(out, request, FILE, "\"v1\"", FILE.length);
            }
        });
        download(known(FILE));
        assertArrived(FILE);
        assertThat(server().requests()).hasSize(3);
    }

    @Test
    void troubleThatStaysIsTold() throws Exception {
        start((request, number, out) -> TestServer.head(out, 503, "Retry-After", "7", "Content-Length", "0"));
        assertFails(known(FILE), "the server answers 503 and asks to wait 7 s, 4 times in a row");
        assertThat(server().requests()).hasSize(4);
    }

    @Test
    void pausesGrowAndHonourRetryAfterWithinReason() {
        DownloadPolicy policy = DownloadPolicy.STANDARD;
        assertThat(policy.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.pause(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(policy.pause(100)).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 403, 400, 304})
    void aRefusalIsToldAtOnce(int status) throws Exception {
        start((request, number, out) -> TestServer.head(out, status, "Content-Length", "0"));
        assertFails(known(FILE), "The server answers " + status + " for " + url());
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void redirectsOnThisMachineAreFollowed() throws Exception {
        start((request, number, out) -> {
            if (request.path().equals("/file.bin")) {
                TestServer.head(out, 302, "Location", "/moved/file.bin", "Content-Length", "0");
            } else {
                TestServer.send(out, request, FILE, "\"v1\"", FILE.length);
            }
        });
        download(known(FILE));
        assertArrived(FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/file.bin", "ftp://127.0.0.1/file.bin", "file:///etc/passwd", "jar:x!/y", "::"
            })
    void redirectsToWhereNothingIsEncryptedAreNotFollowed(String location) throws Exception {
        start((request, number, out) -> TestServer.head(out, 301, "Location", location, "Content-Length", "0"));
        assertFails(known(FILE), "redirects to");
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void redirectsInACircleEnd() throws Exception {
        start((request, number, out) -> TestServer.head(out, 307, "Location", "/file.bin", "Content-Length", "0"));
        assertFails(known(FILE), "without end");
    }

    @Test
    void whatIsNoHttpAtAllIsTold() throws Exception {
        start((request, number, out) -> out.write(FILE));
        assertFails(known(FILE), "There is no way to 127.0.0.1");
    }

    @Test
    void theFirstDownloadWithoutAChecksumIsTrustedAndLaterOnesMustBeTheSame() throws Exception {
        byte[][] served = {FILE};
        start((request, number, out) -> TestServer.send(out, request, served[0], "\"v\"", 400_000));
        RemoteDataset set = unknown();
        assertThat(set.warnings()).contains(RemoteWarning.CHECKSUM_UNKNOWN, RemoteWarning.SIZE_UNKNOWN);
        DownloadResult.Done done = (DownloadResult.Done) download(set);
        assertThat(done.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.checked()).isFalse();
            assertThat(receipt.sha256()).isEqualTo(sha256(FILE));
        });

        cache().remove(set);
        assertThat(cache().state(set)).isEqualTo(State.ABSENT);
        download(set);
        assertArrived(FILE);

        cache().remove(set);
        served[0] = OTHER;
        assertThat(download(set)).isInstanceOfSatisfying(DownloadResult.Changed.class, changed -> {
            assertThat(changed.before().sha256()).isEqualTo(sha256(FILE));
            assertThat(changed.sha256()).isEqualTo(sha256(OTHER));
        });
        assertNothingKept();

        assertThat(downloader().download(set, true, monitor())).isInstanceOf(DownloadResult.Done.class);
        assertArrived(OTHER);
        assertThat(cache().receipt(set, set.files().get(0)).orElseThrow().sha256())
                .isEqualTo(sha256(OTHER));
    }

    @Test
    void aFileThatTheUserPutThereIsCheckedAndUsed() throws Exception {
        start((request, number, out) -> TestServer.head(out, 404, "Content-Length", "0"));
        Files.createDirectories(target().getParent());
        Files.write(target(), OTHER);
        assertFails(known(FILE), "which was put there", "SHA-256");
        Files.write(target(), FILE);
        assertThat(download(known(FILE))).isInstanceOf(DownloadResult.Done.class);
        assertThat(server().requests()).isEmpty();
        assertThat(cache().state(known(FILE))).isEqualTo(State.COMPLETE);
    }

    @Test
    void archivesAreUnpackedAfterTheyAreChecked() throws Exception {
        byte[] archive = Archives.gzip(Archives.tar(Map.of("set/a.txt", FILE)));
        start((request, number, out) -> TestServer.send(out, request, archive, "\"v1\"", archive.length));
        RemoteDataset set = set(file("set.tar.gz", archive));
        download(set);
        assertThat(cache().content(set, set.files().get(0)).resolve("set/a.txt"))
                .hasBinaryContent(FILE);
        assertThat(cache().state(set)).isEqualTo(State.COMPLETE);
        assertThat(progress).extracting(DownloadProgress::stage).contains(Stage.UNPACKING);
        cache().require(set);
        cache().remove(set);
        assertThat(cache().state(set)).isEqualTo(State.ABSENT);
        assertThatThrownBy(() -> cache().require(set))
                .hasMessageContaining("not downloaded yet")
                .hasMessageContaining("vitrine data download set");
    }

    @Test
    void anUnsafeArchiveLeavesNothingUnpacked() throws Exception {
        byte[] archive = Archives.zip(Map.of("../evil.txt", FILE));
        start((request, number, out) -> TestServer.send(out, request, archive, "\"v1\"", archive.length));
        RemoteDataset set = set(file("set.zip", archive));
        assertFails(set, "leads out of the folder");
        assertThat(cache().unpacked(set)).isEmptyDirectory();
        assertThat(folder.resolve("evil.txt")).doesNotExist();
        assertThat(cache().state(set)).isEqualTo(State.PARTIAL);
    }

    @Test
    void unpackingThatWasStoppedGoesOnWithoutTheNet() throws Exception {
        byte[] archive = Archives.gzip(FILE);
        start((request, number, out) -> TestServer.send(out, request, archive, "\"v1\"", archive.length));
        RemoteDataset set = set(file("file.gz", archive));
        stopAt = now -> now.stage() == Stage.UNPACKING;
        assertThat(download(set)).isInstanceOf(DownloadResult.Stopped.class);
        Files.createDirectory(cache().unpacked(set).resolve(".unpacking-left-by-a-crash"));
        stopAt = now -> false;
        download(set);
        assertThat(cache().single(set, set.files().get(0))).hasBinaryContent(FILE);
        assertThat(server().requests()).hasSize(1);
        try (Stream<Path> files = Files.list(cache().unpacked(set))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void twoDownloadsOfOneSetDoNotMeet() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, FILE, "\"v1\"", FILE.length));
        List<String> messages = new ArrayList<>();
        stopAt = now -> {
            if (messages.isEmpty()) {
                messages.add("");
                assertThatThrownBy(() -> downloader().download(known(FILE), false, monitor()))
                        .isInstanceOf(DatasetException.class)
                        .hasMessageContaining("being downloaded already");
            }
            return false;
        };
        download(known(FILE));
        assertThat(messages).hasSize(1);
        assertArrived(FILE);
    }

    @Test
    void aSetThatIsLargerThanTheDiskIsNotBegun() throws Exception {
        start((request, number, out) -> {});
        RemoteFile huge = new RemoteFile(
                "Set", "file.bin", url(), OptionalLong.of(Long.MAX_VALUE / 4), List.of(sum(FILE)), "test", "CC0");
        assertFails(set(huge), "free");
        assertThat(server().requests()).isEmpty();
    }

    @Test
    void aDamagedNoteBesideThePartMeansAFreshStart() throws Exception {
        start((request, number, out) -> TestServer.send(out, request, FILE, "\"v1\"", FILE.length));
        Files.createDirectories(target().getParent());
        Files.write(part(), Arrays.copyOf(OTHER, 1000));
        Files.writeString(part().resolveSibling("file.bin.part.json"), "{\"url\": 7");
        download(known(FILE));
        assertArrived(FILE);
        assertThat(server().requests().get(0).header("range")).isNull();
    }

    private void start(TestServer.Handler handler) throws IOException {
        stopServer();
        server = new TestServer(handler);
    }

    private TestServer server() {
        return Objects.requireNonNull(server);
    }

    private URI url() {
        return server().url("/file.bin");
    }

    private RemoteDataset known(byte[] content) {
        return set(file("file.bin", content));
    }

    private RemoteDataset unknown() {
        return set(new RemoteFile("Set", "file.bin", url(), OptionalLong.empty(), List.of(), "url only", "CC0"));
    }

    private RemoteFile file(String name, byte[] content) {
        return new RemoteFile(
                "Set", name, url(), OptionalLong.of(content.length), List.of(sum(content)), "test", "CC0");
    }

    private static RemoteDataset set(RemoteFile file) {
        return RemoteDataset.of("Set", List.of(file));
    }

    private DownloadCache cache() {
        return new DownloadCache(folder.resolve("cache"));
    }

    private Downloader downloader() {
        return new Downloader(
                cache(), IMPATIENT, UnpackLimits.STANDARD, new Proxies(Map.of(), ProxySelector.getDefault()));
    }

    private DownloadResult download(RemoteDataset set) throws DatasetException {
        return downloader().download(set, false, monitor());
    }

    private DownloadMonitor monitor() {
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

    private Path target() {
        return folder.resolve("cache/set/file.bin");
    }

    private Path part() {
        return folder.resolve("cache/set/file.bin.part");
    }

    private void assertArrived(byte[] content) {
        assertThat(target()).hasBinaryContent(content);
        assertThat(part()).doesNotExist();
        assertThat(part().resolveSibling("file.bin.part.json")).doesNotExist();
    }

    private void assertNothingKept() {
        assertThat(target()).doesNotExist();
        assertThat(part()).doesNotExist();
        assertThat(part().resolveSibling("file.bin.part.json")).doesNotExist();
    }

    private void assertFails(RemoteDataset set, String... because) {
        assertThatThrownBy(() -> download(set))
                .isInstanceOf(DatasetException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(because).doesNotContain("Exception"));
    }

    private DownloadProgress last(Stage stage) {
        return progress.stream()
                .filter(now -> now.stage() == stage)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static Checksum sum(byte[] content) {
        return new Checksum(Checksum.Algorithm.SHA256, sha256(content));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
