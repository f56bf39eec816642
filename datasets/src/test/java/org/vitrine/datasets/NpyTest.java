package org.vitrine.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
    private static final Tensor SMALL = Tensor.of(new float[] {1, -2.5f, Float.NaN, 0, 3e-40f, 6}, 2, 3);

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll @Size(max = 4) List<@IntRange(min = 0, max = 4) Integer> shape)
            throws Exception {
        Tensor tensor = Tensor.zeros(shape.stream().mapToInt(Integer::intValue).toArray());
        for (int i = 0; i < tensor.size(); i++) {
            tensor.values()[i] = i * 0.37f - 2;
        }
        assertThat(Npy.read(new ByteArrayInputStream(bytes(tensor)), "memory")).isEqualTo(tensor);
    }

    @Test
    void theHeaderIsTheOneThatNumpyWrites() throws IOException {
        byte[] bytes = bytes(SMALL);
        String expected = "\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
        assertThat(new String(bytes, 0, 128, StandardCharsets.ISO_8859_1))
                .startsWith(expected)
                .endsWith(" \n");
        assertThat(bytes).hasSize(128 + 4 * 6);
        assertThat(new String(bytes(Tensor.of(new float[7], 7)), StandardCharsets.ISO_8859_1))
                .contains("'shape': (7,), }");
    }

    @Test
    void aFileIsReadAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("map.npy");
        Npy.write(file, SMALL);
        assertThat(Npy.read(file)).isEqualTo(SMALL);
        assertThatThrownBy(() -> Npy.read(folder.resolve("none.npy")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("There is no file");
    }

    @Test
    void everyCutFileIsRefused() throws IOException {
        byte[] whole = bytes(SMALL);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(cut), "cut.npy"))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("cut.npy");
        }
    }

    @Property(tries = 500)
    void aDamagedFileIsReadOrRefused(@ForAll @IntRange(min = 0, max = 151) int place, @ForAll byte value)
            throws IOException {
        byte[] bytes = bytes(SMALL);
        bytes[place] = value;
        try {
            assertThat(Npy.read(new ByteArrayInputStream(bytes), "damaged.npy").size())
                    .isEqualTo(6);
        } catch (DatasetException e) {
            assertThat(e).hasMessageContaining("damaged.npy");
        }
    }

    @Test
    void otherTypesAndHugeClaimsAreRefused() {
        assertThatThrownBy(() -> read("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }"))
                .hasMessageContaining("float32 in C order");
        assertThatThrownBy(() -> read("{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }"))
                .hasMessageContaining("Fortran order");
        assertThatThrownBy(() -> read("{'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 999999999), }"))
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> read("{'descr': '<f4', 'fortran_order': False, 'shape': (200000000,), }"))
                .hasMessageContaining("ends after");
    }

    private static void read(String header) throws DatasetException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes(SMALL), 0, 8);
        out.write(header.length());
        out.write(0);
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        Npy.read(new ByteArrayInputStream(out.toByteArray()), "x.npy");
    }

    private static byte[] bytes(Tensor tensor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, tensor);
        return out.toByteArray();
    }
}
