package org.vitrine.datasets.download.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.datasets.DatasetException;

class UnpackerTest {
    private static final UnpackLimits SMALL = new UnpackLimits(20, 4 << 20, 3 << 20, 50);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"ZIP", "TAR", "TAR_GZ"})
    void filesAndFoldersComeOutAsTheyWentIn(ArchiveFormat format) throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("./set/", new byte[0]);
        entries.put("./set/empty/", new byte[0]);
        entries.put("./set/a.txt", Archives.text("first"));
        entries.put("set//deep/b.bin", new byte[100_000]);
        entries.put("set/" + "long".repeat(40) + "/\u00e9.txt", Archives.text("second"));

        unpack(packed(entries, format), format);

        assertThat(out().resolve("set/a.txt")).hasContent("first");
        assertThat(Files.size(out().resolve("set/deep/b.bin"))).isEqualTo(100_000);
        assertThat(out().resolve("set/empty")).isEmptyDirectory();
        assertThat(out().resolve("set/" + "long".repeat(40) + "/\u00e9.txt")).hasContent("second");
        assertThat(left()).containsExactlyInAnyOrder("archive", "out");
    }

    @Test
    void aCompressedFileKeepsItsNameWithoutTheEnd() throws Exception {
        Path archive = folder.resolve("images-idx3-ubyte.gz");
        Files.write(archive, Archives.gzip(Archives.text("pixels")));
        new Unpacker(SMALL).unpack(archive, ArchiveFormat.GZ, out(), done -> {});
        assertThat(out().resolve("images-idx3-ubyte")).hasContent("pixels");
    }

    @Test
    void formatsAreKnownByTheirNames() {
        assertThat(ArchiveFormat.ofName("a.tar.gz")).contains(ArchiveFormat.TAR_GZ);
        assertThat(ArchiveFormat.ofName("lfw.tgz")).contains(ArchiveFormat.TAR_GZ);
        assertThat(ArchiveFormat.TAR_GZ.stem("lfw.tgz")).isEqualTo("lfw");
        assertThat(ArchiveFormat.ofName("A.ZIP")).contains(ArchiveFormat.ZIP);
        assertThat(ArchiveFormat.ofName("x.gz")).contains(ArchiveFormat.GZ);
        assertThat(ArchiveFormat.ofName("VOC.tar")).contains(ArchiveFormat.TAR);
        assertThat(ArchiveFormat.ofName("train.csv")).isEmpty();
        assertThat(ArchiveFormat.ofName(".gz")).isEmpty();
        assertThat(ArchiveFormat.TAR_GZ.stem("a.tar.gz")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "a/../../evil.txt",
                "a/..",
                "..\\evil.txt",
                "a\\..\\..\\evil.txt",
                "/etc/evil.txt",
                "\\\\server\\share\\evil.txt",
                "C:/evil.txt",
                "C:evil.txt",
                "a/file.txt:stream",
                "a/nul\u0000.txt",
                "bell\u0007.txt",
                "con",
                "a/AUX.txt",
                "lpt1.log",
                "dot.",
                "blank ",
                "a/.. /b"
            })
    void namesThatLeaveTheFolderOrActElsewhereAreRefused(String name) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("good.txt", Archives.text("good"));
        entries.put(name, Archives.text("evil"));
        assertRefused(Archives.zip(entries), ArchiveFormat.ZIP, "entry");
        if (name.indexOf('\0') < 0) {
            assertRefused(Archives.tar(entries), ArchiveFormat.TAR, "entry");
        }
    }

    @Test
    void overLongNamesAreRefused() {
        for (String name : List.of("n".repeat(256), "\u00e9".repeat(128), "d/".repeat(33) + "f", "ab/".repeat(400))) {
            assertRefused(Archives.tar(Map.of(name, new byte[0])), ArchiveFormat.TAR, "the name of its entry");
            assertRefused(Archives.zip(Map.of(name, new byte[0])), ArchiveFormat.ZIP, "the name of its entry");
        }
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO
            })
    void linksAndDevicesOfTarsAreRefused(byte kind) {
        assertRefused(Archives.tarWith("link", kind, "/etc/passwd"), ArchiveFormat.TAR, "a link or device");
        assertRefused(Archives.tarWith("link/", kind, ".."), ArchiveFormat.TAR, "a link or device");
        assertRefused(
                Archives.gzip(Archives.tarWith("link", kind, "good.txt")), ArchiveFormat.TAR_GZ, "a link or device");
    }

    @Test
    void linksOfZipsAreRefused() {
        byte[] zip = Archives.bytes(out -> {
            try (ZipArchiveOutputStream archive = new ZipArchiveOutputStream(out)) {
                ZipArchiveEntry link = new ZipArchiveEntry("link");
                link.setUnixMode(0120777);
                archive.putArchiveEntry(link);
                archive.write(Archives.text("/etc"));
                archive.closeArchiveEntry();
            }
        });
        assertRefused(zip, ArchiveFormat.ZIP, "a link or device");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        byte[] tar = Archives.bytes(out -> {
            try (TarArchiveOutputStream archive = Archives.tarInto(out)) {
                for (int i = 0; i < 2; i++) {
                    archive.putArchiveEntry(new TarArchiveEntry("same"));
                    archive.closeArchiveEntry();
                }
            }
        });
        assertRefused(tar, ArchiveFormat.TAR, "stands there twice");
        assertRefused(
                Archives.tar(ordered("a", Archives.text("file"), "a/b", Archives.text("in it"))),
                ArchiveFormat.TAR,
                "was not unpacked");
    }

    @Test
    void bombsAreStoppedBeforeTheyFillTheDisk() {
        byte[] zeros = new byte[2 << 20];
        assertRefused(Archives.gzip(zeros), ArchiveFormat.GZ, "50 times its own size");
        assertRefused(Archives.zip(Map.of("zeros", zeros)), ArchiveFormat.ZIP, "50 times its own size");
        assertRefused(
                Archives.gzip(Archives.tar(Map.of("zeros", zeros))), ArchiveFormat.TAR_GZ, "50 times its own size");
    }

    @Test
    void oneLargeFileManyFilesAndAllTogetherHaveLimits() {
        byte[] much = new byte[(3 << 20) + 1];
        new Random(1).nextBytes(much);
        assertRefused(
                Archives.tar(Map.of("much", much)), ArchiveFormat.TAR, "holds a file, \"much\", of more than 3 MB");
        assertRefused(Archives.gzip(much), ArchiveFormat.GZ, "of more than 3 MB");
        byte[] half = Arrays.copyOf(much, 5 << 19);
        assertRefused(Archives.zip(Map.of("a", half, "b", half)), ArchiveFormat.ZIP, "grows to more than 4 MB");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 21; i++) {
            many.put("file" + i, new byte[0]);
        }
        assertRefused(Archives.zip(many), ArchiveFormat.ZIP, "more than 20 files");
        assertRefused(Archives.tar(many), ArchiveFormat.TAR, "more than 20 files");
    }

    @Test
    void aHeaderWithoutEndDoesNotFillTheMemory() {
        // A "long name" of 40 MB: the library would keep all of it.
        byte[] tar = Archives.bytes(out -> {
            byte[] name = new byte[40 << 20];
            Arrays.fill(name, (byte) 'n');
            try (TarArchiveOutputStream archive = Archives.tarInto(out)) {
                TarArchiveEntry header = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
                header.setSize(name.length);
                archive.putArchiveEntry(header);
                archive.write(name);
                archive.closeArchiveEntry();
            }
        });
        assertRefused(Archives.gzip(tar), ArchiveFormat.TAR_GZ, "header has no end");
    }

    @Test
    void aListOfFilesWithoutEndDoesNotFillTheMemory() throws IOException {
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(16, 0);
        Path archive = folder.resolve("archive");
        Files.write(archive, new byte[49 << 20]);
        Files.write(archive, end.array(), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> new Unpacker(SMALL).unpack(archive, ArchiveFormat.ZIP, out(), done -> {}))
                .hasMessageContaining("the list of its files alone has 49 MB");
        assertThat(left()).containsExactly("archive");
    }

    @ParameterizedTest
    @EnumSource(ArchiveFormat.class)
    void archivesThatAreCutOffAreNamedDamagedAndLeaveNothing(ArchiveFormat format) {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        byte[] whole = format == ArchiveFormat.GZ
                ? Archives.gzip(noise)
                : packed(ordered("a/first", Archives.text("whole"), "a/noise", noise), format);
        for (int length : new int[] {0, 1, 10, 100, 600, 25_000, 50_000}) {
            assertRefused(Arrays.copyOf(whole, length), format, "damaged");
        }
    }

    @Test
    void aFlippedBitIsNoticed() {
        byte[] zip = Archives.zip(Map.of("a", Archives.text("some text that is long enough")));
        zip[38] ^= 4;
        assertRefused(zip, ArchiveFormat.ZIP, "damaged");
        byte[] gzip = Archives.gzip(Archives.tar(Map.of("a", Archives.text("some text"))));
        gzip[gzip.length - 6] ^= 1;
        assertRefused(gzip, ArchiveFormat.TAR_GZ, "damaged");
    }

    @ParameterizedTest
    @EnumSource(ArchiveFormat.class)
    void cancellingLeavesNothing(ArchiveFormat format) throws IOException {
        byte[] noise = new byte[500_000];
        new Random(1).nextBytes(noise);
        byte[] whole = format == ArchiveFormat.GZ
                ? Archives.gzip(noise)
                : packed(ordered("a/first", Archives.text("whole"), "a/noise", noise), format);
        Path archive = Files.write(folder.resolve("archive"), whole);
        assertThatThrownBy(() -> new Unpacker(SMALL).unpack(archive, format, out(), done -> {
                    if (done > 100_000) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(left()).containsExactly("archive");
    }

    @Test
    void aFolderThatIsThereIsNotTouched() throws Exception {
        Files.createDirectory(out());
        Files.writeString(out().resolve("mine"), "kept");
        assertRefused(
                Archives.zip(Map.of("a", new byte[1])),
                ArchiveFormat.ZIP,
                "was not unpacked",
                List.of("archive", "out"));
        assertThat(out().resolve("mine")).hasContent("kept");
    }

    private void assertRefused(byte[] bytes, ArchiveFormat format, String because) {
        assertRefused(bytes, format, because, List.of("archive"));
    }

    private void assertRefused(byte[] bytes, ArchiveFormat format, String because, List<String> left) {
        assertThatThrownBy(() -> unpack(bytes, format))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("archive")
                .hasMessageContaining(because)
                .hasMessageNotContaining("\u0000");
        assertThat(left()).containsExactlyInAnyOrderElementsOf(left);
    }

    private void unpack(byte[] bytes, ArchiveFormat format) throws IOException, DatasetException {
        Path archive = Files.write(folder.resolve("archive"), bytes);
        new Unpacker(SMALL).unpack(archive, format, out(), done -> {});
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> left() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(Map<String, byte[]> entries, ArchiveFormat format) {
        return switch (format) {
            case ZIP -> Archives.zip(entries);
            case TAR -> Archives.tar(entries);
            default -> Archives.gzip(Archives.tar(entries));
        };
    }

    private static Map<String, byte[]> ordered(String a, byte[] first, String b, byte[] second) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(a, first);
        entries.put(b, second);
        return entries;
    }
}
