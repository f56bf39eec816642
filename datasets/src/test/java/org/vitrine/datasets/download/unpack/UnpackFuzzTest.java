package org.vitrine.datasets.download.unpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.vitrine.datasets.DatasetException;

/** Whatever the bytes are: a folder or a clear message, never another exception, and nothing beside the folder. */
class UnpackFuzzTest {
    private static final UnpackLimits SMALL = new UnpackLimits(50, 1 << 20, 1 << 20, 200);

    private Path folder;

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("unpack");
    }

    @AfterTry
    void deleteFolder() throws IOException {
        Trees.delete(folder);
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void damagedArchives(@ForAll ArchiveFormat format, @ForAll Random random) throws IOException {
        byte[] bytes = damaged(whole(format), random);
        unpack(bytes, format);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void damagedTarsThatAreWellCompressed(@ForAll Random random) throws IOException {
        unpack(Archives.gzip(damaged(whole(ArchiveFormat.TAR), random)), ArchiveFormat.TAR_GZ);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void randomBytesBehindTheRightMagic(@ForAll ArchiveFormat format, @ForAll Random random) throws IOException {
        byte[] bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
        byte[] start = Arrays.copyOf(whole(format), Math.min(bytes.length, random.nextInt(40)));
        System.arraycopy(start, 0, bytes, 0, start.length);
        unpack(bytes, format);
    }

    @Property(tries = 1000)
    void namesStayInTheFolder(@ForAll("names") String name) throws IOException {
        unpack(Archives.zip(Map.of(name, Archives.text("x"))), ArchiveFormat.ZIP);
        if (name.indexOf('\0') < 0) {
            unpack(Archives.tar(Map.of(name, new byte[0])), ArchiveFormat.TAR);
        }
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> part = Arbitraries.of(
                        "..", ".", "a", "b", "C:", "", " ", "\u0000", "nul", "x.", "~", "%2e%2e")
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
        return part.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(parts -> Arbitraries.of("/", "\\", "//").map(separator -> String.join(separator, parts)))
                .filter(name -> !name.isEmpty());
    }

    private void unpack(byte[] bytes, ArchiveFormat format) throws IOException {
        Path archive = Files.write(folder.resolve("archive.tar"), bytes);
        Path out = folder.resolve("out");
        boolean done = false;
        try {
            new Unpacker(SMALL).unpack(archive, format, out, read -> {});
            done = true;
        } catch (DatasetException e) {
            assertThat(e).hasMessageContaining("archive.tar").hasMessageContaining("was not unpacked");
        }
        assertThat(names(folder))
                .containsExactlyElementsOf(done ? List.of("archive.tar", "out") : List.of("archive.tar"));
        Trees.delete(out);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] whole(ArchiveFormat format) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("set/", new byte[0]);
        entries.put("set/a.txt", Archives.text("some text"));
        entries.put("set/" + "long".repeat(30), Archives.text("more text, more text, more text"));
        return switch (format) {
            case ZIP -> Archives.zip(entries);
            case TAR -> Archives.tar(entries);
            case TAR_GZ -> Archives.gzip(Archives.tar(entries));
            case GZ -> Archives.gzip(Archives.text("some text"));
        };
    }

    /** Cut off, bytes changed, a piece repeated, or a piece taken out. */
    private static byte[] damaged(byte[] bytes, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> changed(bytes, random);
            case 2 -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length * 2);
                System.arraycopy(bytes, 0, longer, random.nextInt(bytes.length), bytes.length);
                yield longer;
            }
            default -> {
                int cut = random.nextInt(bytes.length);
                int end = cut + random.nextInt(bytes.length - cut);
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - cut));
                System.arraycopy(bytes, end, shorter, cut, bytes.length - end);
                yield shorter;
            }
        };
    }

    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }
}
