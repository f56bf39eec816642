package org.vitrine.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.download.DownloadCache.State;
import org.vitrine.datasets.download.DownloadProgress.Stage;
import org.vitrine.datasets.download.unpack.Archives;

/** Downloads of whole sets: checked, trusted, unpacked, one at a time. */
@Timeout(60)
class DownloadSetTest extends DownloadFixture {
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
}
