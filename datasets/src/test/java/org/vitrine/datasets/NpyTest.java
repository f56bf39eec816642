package org.vitrine.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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
    void everyTypeOfNumbersIsRead() throws Exception {
        assertThat(values("<f8", 2, 8, b -> b.putDouble(1.5).putDouble(-2))).containsExactly(1.5f, -2);
        assertThat(values(">f4", 1, 4, b -> b.order(ByteOrder.BIG_ENDIAN).putFloat(0.1f)))
                .containsExactly(0.1f);
        assertThat(values("<f2", 3, 2, b -> b.putShort((short) 0x3c00)
                        .putShort((short) 0xc001)
                        .putShort((short) 1)))
                .containsExactly(1, -2 - 0x1p-9f, 0x1p-24f);
        assertThat(values("|u1", 2, 1, b -> b.put((byte) 200).put((byte) 3))).containsExactly(200, 3);
        assertThat(values("|i1", 1, 1, b -> b.put((byte) 200))).containsExactly(-56);
        assertThat(values("|b1", 2, 1, b -> b.put((byte) 1).put((byte) 0))).containsExactly(1, 0);
        assertThat(values("<u2", 1, 2, b -> b.putShort((short) -1))).containsExactly(65535);
        assertThat(values("<i2", 1, 2, b -> b.putShort((short) -1))).containsExactly(-1);
        assertThat(values("<u4", 1, 4, b -> b.putInt(-1))).containsExactly(0x1p32f);
        assertThat(values("<i8", 1, 8, b -> b.putLong(-7))).containsExactly(-7);
        assertThat(values("<u8", 1, 8, b -> b.putLong(-1))).containsExactly(0x1p64f);
    }

    @Test
    void fortranOrderAndLaterVersionsAreRead() throws Exception {
        byte[] values = {1, 2, 3, 4, 5, 6};
        Tensor turned = Npy.read(file(1, "|u1", "True", "2, 3", values), "x.npy");
        assertThat(turned).isEqualTo(Tensor.of(new float[] {1, 3, 5, 2, 4, 6}, 2, 3));
        NpyStream stream = new NpyStream(file(2, "|u1", "True", "3, 2, 1", values), "x.npy");
        float[] row = new float[2];
        stream.read(row);
        assertThat(row).containsExactly(1, 4);
        stream.read(row);
        assertThat(row).containsExactly(2, 5);
        assertThat(Npy.read(file(3, "|u1", "False", "6,", values), "x.npy").values())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void otherTypesAndHugeClaimsAreRefused() {
        assertThatThrownBy(() -> read("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"))
                .hasMessageContaining("type |O, which are no plain numbers");
        assertThatThrownBy(() -> read("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }"))
                .hasMessageContaining("records or objects");
        assertThatThrownBy(() -> read("{'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 999999999), }"))
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> read("{'descr': '<f4', 'fortran_order': False, 'shape': (200000000,), }"))
                .hasMessageContaining("ends after");
    }

    private static float[] values(String type, int count, int bytes, Consumer<ByteBuffer> fill)
            throws DatasetException, IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count * bytes).order(ByteOrder.LITTLE_ENDIAN);
        fill.accept(buffer);
        return Npy.read(file(1, type, "False", count + ",", buffer.array()), "x.npy")
                .values();
    }

    private static ByteArrayInputStream file(int version, String type, String fortran, String shape, byte[] values)
            throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': (" + shape + "), }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes(SMALL), 0, 6);
        out.write(new byte[] {(byte) version, 0, (byte) header.length(), 0});
        out.write(version == 1 ? new byte[0] : new byte[2]);
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(values);
        return new ByteArrayInputStream(out.toByteArray());
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
