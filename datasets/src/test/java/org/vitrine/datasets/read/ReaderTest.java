package org.vitrine.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;

class ReaderTest {
    private static final byte[] IDX = gzip(idx(3, 2, 2, 3));
    private static final byte[] TSV = gzip("label\ttext\n1\t\"fine\"\n0\tbäd\n".getBytes(StandardCharsets.UTF_8));
    private static final List<String> TSV_HEADER = List.of("label", "text");
    private static final byte[] CSV = "a,b,kind\n1,2.5,x\n3,-4e2,\"y, z\"\n".getBytes(StandardCharsets.UTF_8);

    /** Reads bytes in one of the formats. */
    @FunctionalInterface
    private interface Reader {
        Object read(byte[] bytes) throws DatasetException;
    }

    private static final Reader READ_IDX = bytes -> Idx.readGzipped(new ByteArrayInputStream(bytes), "broken", 3);
    private static final Reader READ_TSV =
            bytes -> TsvText.readGzipped(new ByteArrayInputStream(bytes), "broken", TSV_HEADER);
    private static final Reader READ_CSV =
            bytes -> CsvReader.read(new ByteArrayInputStream(bytes), "broken", CsvDialect.AUTO);

    @Test
    void wholeFilesAreRead() throws DatasetException {
        Idx idx = (Idx) READ_IDX.read(IDX);
        assertThat(idx.shape()).containsExactly(2, 2, 3);
        assertThat(idx.values()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(READ_TSV.read(TSV)).isEqualTo(List.of(List.of("1", "\"fine\""), List.of("0", "bäd")));
        RawTable table = (RawTable) READ_CSV.read(CSV);
        assertThat(table.columnNames()).containsExactly("a", "b", "kind");
        assertThat(table.columns().get(1).numbers()).containsExactly(2.5, -400);
        assertThat(table.columns().get(2).texts()).containsExactly("x", "y, z");
        assertThat(table.rowNumbers()).containsExactly(2, 3);
    }

    @Test
    void everyCutGzipFileIsRefused() {
        for (int length = 0; length < IDX.length; length++) {
            byte[] cut = Arrays.copyOf(IDX, length);
            assertThatThrownBy(() -> READ_IDX.read(cut))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("broken");
        }
        for (int length = 0; length < TSV.length; length++) {
            byte[] cut = Arrays.copyOf(TSV, length);
            assertThatThrownBy(() -> READ_TSV.read(cut)).isInstanceOf(DatasetException.class);
        }
    }

    @Property(tries = 1000)
    void damagedBytesAreReadOrRefused(
            @ForAll @IntRange(min = 0, max = 2) int format,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 0, max = 1000) Integer> places,
            @ForAll byte value) {
        byte[] bytes = List.of(IDX, TSV, CSV).get(format).clone();
        for (int place : places) {
            bytes[place % bytes.length] = value;
        }
        readOrRefuse(format, bytes);
    }

    @Property(tries = 1000)
    void damageInsideTheArchiveIsReadOrRefused(@ForAll @IntRange(min = 0, max = 27) int place, @ForAll byte value) {
        byte[] bytes = idx(3, 2, 2, 3);
        bytes[place] = value;
        readOrRefuse(0, gzip(bytes));
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        readOrRefuse(0, gzip(bytes));
        readOrRefuse(1, gzip(bytes));
        readOrRefuse(2, bytes);
    }

    @Test
    void claimedSizesTakeNoMemory() {
        byte[] claim = gzip(ByteBuffer.allocate(26)
                .putInt(0x803)
                .putInt(1000)
                .putInt(500)
                .putInt(500)
                .array());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThatThrownBy(() -> READ_IDX.read(claim)).hasMessageContaining("ends after 10 of 250000000 bytes");
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(4_000_000);
    }

    @Test
    void wrongHeadersAreNamed() {
        assertThatThrownBy(() -> READ_IDX.read(gzip(idx(1, 4)))).hasMessageContaining("exchanged");
        assertThatThrownBy(() -> READ_IDX.read(gzip(new byte[] {1, 2, 8, 3}))).hasMessageContaining("not an IDX file");
        assertThatThrownBy(() -> READ_IDX.read(gzip(new byte[] {0, 0, 13, 3}))).hasMessageContaining("type 13");
        assertThatThrownBy(() -> READ_IDX.read(gzip(huge()))).hasMessageContaining("claims 2147483647 along axis 2");
        assertThatThrownBy(() -> READ_IDX.read(gzip(Arrays.copyOf(idx(3, 2, 2, 3), 40))))
                .hasMessageContaining("longer");
        assertThatThrownBy(() -> READ_IDX.read(CSV)).hasMessageContaining("gzip");
        assertThatThrownBy(() -> READ_TSV.read(gzip("text\tlabel\n".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("header line label, text");
        assertThatThrownBy(() -> READ_TSV.read(gzip("label\ttext\n1\n".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("line 2: 1 values where 2 are needed");
        assertThatThrownBy(() -> READ_TSV.read(gzip(new byte[] {'l', (byte) 0xff, '\n'})))
                .hasMessageContaining("not UTF-8");
    }

    private static void readOrRefuse(int format, byte[] bytes) {
        try {
            assertThat(List.of(READ_IDX, READ_TSV, READ_CSV).get(format).read(bytes))
                    .isNotNull();
        } catch (DatasetException e) {
            assertThat(e).hasMessageContaining("broken");
        }
    }

    private static byte[] idx(int axes, int... shape) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * shape.length + size).putInt(0x800 | axes);
        for (int length : shape) {
            buffer.putInt(length);
        }
        for (int i = 0; i < size; i++) {
            buffer.put((byte) i);
        }
        return buffer.array();
    }

    private static byte[] huge() {
        return ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(1000)
                .putInt(Integer.MAX_VALUE)
                .putInt(28)
                .array();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
