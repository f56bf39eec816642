package org.vitrine.datasets.catalogue.downloaded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.datasets.download.unpack.Archives;

/** Small files in the formats of the public sets. */
final class Samples {
    private Samples() {}

    /** Pictures of 4 x 3; picture i is of class i modulo {@code classes}, and its pixels count up from i. */
    static Map<String, byte[]> idxFiles(int train, int test, int classes) {
        return Map.of(
                "train-images-idx3-ubyte.gz", Archives.gzip(pictures(train)),
                "train-labels-idx1-ubyte.gz", Archives.gzip(labels(train, classes)),
                "t10k-images-idx3-ubyte.gz", Archives.gzip(pictures(test)),
                "t10k-labels-idx1-ubyte.gz", Archives.gzip(labels(test, classes)));
    }

    static byte[] pictures(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * 12);
        bytes.putInt(0x803).putInt(count).putInt(4).putInt(3);
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < 12; p++) {
                bytes.put((byte) (i + p));
            }
        }
        return bytes.array();
    }

    static byte[] labels(int count, int classes) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count);
        bytes.putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % classes));
        }
        return bytes.array();
    }

    /** Five files of thirty pictures, and one more to test with. */
    static byte[] cifar(int record) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int file = 0; file <= 5; file++) {
            String name = file == 5 ? "test_batch" : "data_batch_" + (file + 1);
            entries.put("cifar-10-batches-bin/" + name + ".bin", records(record));
        }
        return Archives.gzip(Archives.tar(entries));
    }

    /** Thirty pictures of CIFAR-10: the label, and bytes that count up from the picture's number. */
    static byte[] records(int record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            byte[] bytes = new byte[record];
            bytes[0] = (byte) (i % 10);
            for (int p = 1; p < record; p++) {
                bytes[p] = (byte) (i + p - 1);
            }
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    /** Half a second of a tone, 16 kHz, 16 bits. */
    static byte[] wav(int pitch) {
        int samples = 8000;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(UTF_8)).putInt(36 + 2 * samples).put("WAVEfmt ".getBytes(UTF_8));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
        wav.putShort((short) 2).putShort((short) 16).put("data".getBytes(UTF_8)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (10_000 * Math.sin(i * (0.05 + 0.001 * pitch))));
        }
        return wav.array();
    }
}
