package org.vitrine.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.datasets.download.DownloadProgress.Stage;

/** Downloads from servers that are silent, refuse, redirect or are not there. */
@Timeout(60)
class DownloadTroubleTest extends DownloadFixture {
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
}
