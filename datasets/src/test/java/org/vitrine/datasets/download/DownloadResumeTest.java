package org.vitrine.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vitrine.datasets.download.DownloadCache.State;
import org.vitrine.datasets.download.DownloadProgress.Stage;
import org.vitrine.datasets.download.unpack.UnpackLimits;

/** Downloads from a server on this machine that drops connections and changes files; they go on where they can. */
@Timeout(60)
class DownloadResumeTest extends DownloadFixture {
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
}
