package org.vitrine.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Downloads whose length is a lie, or whose content is another file's. */
@Timeout(60)
class DownloadSizesTest extends DownloadFixture {
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
}
