package org.vitrine.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
    private static final Map<String, Tensor> ARRAYS = new TreeMap<>(Map.of(
            "dense/W",
            Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
            "dense/b",
            Tensor.of(new float[] {-1, 0, 1}, 3)));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Path file = folder.resolve("weights.npz");
        Npz.write(file, ARRAYS);
        try (Npz npz = Npz.open(file)) {
            assertThat(npz.names()).containsExactly("dense/W", "dense/b");
            assertThat(npz.shape("dense/W")).containsExactly(2, 3);
            assertThat(npz.readAll()).isEqualTo(ARRAYS);
        }
    }

    @Test
    void theSameArraysGiveTheSameBytes() throws Exception {
        Npz.write(folder.resolve("a"), ARRAYS);
        Npz.write(folder.resolve("b"), ARRAYS);
        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    }

    @Test
    void otherFilesAreRefusedByName() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.npz"), "no zip");
        assertThatThrownBy(() -> Npz.open(text))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("notes.npz is no NumPy archive");
        Path zip = folder.resolve("other.npz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Npz.open(zip)).hasMessageContaining("readme.txt, which is no NumPy array");
        assertThatThrownBy(() -> Npz.open(folder.resolve("gone.npz"))).hasMessageContaining("There is no file");
    }

    @Test
    void damagedBytesAreNeverTakenForWeights() throws Exception {
        Path file = folder.resolve("weights.npz");
        Npz.write(file, ARRAYS);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try (Npz npz = Npz.open(file)) {
                // Bits that mean nothing, such as a time, may change; the arrays may not.
                npz.readAll().values().forEach(array -> assertThat(ARRAYS.values())
                        .contains(array));
            } catch (DatasetException e) {
                assertThat(e).hasMessageContaining(file.toString());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }
}
