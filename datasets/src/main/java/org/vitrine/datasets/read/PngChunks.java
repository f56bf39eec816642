package org.vitrine.datasets.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.vitrine.datasets.DatasetException;

/** The parts of a PNG file, checked: Java's decoder ignores checksums, and unpacks comments of any size. */
final class PngChunks {
    private static final Set<String> ESSENTIAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;

    private PngChunks() {}

    /** The same picture without comments, profiles and thumbnails. */
    static byte[] essential(byte[] bytes, String name) throws DatasetException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        kept.write(bytes, 0, SIGNATURE);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = SIGNATURE;
        while (true) {
            if (bytes.length - at < AROUND) {
                throw new DatasetException("File " + name + " ends too early, after " + bytes.length
                        + " bytes. Copy or download it again.");
            }
            int length = buffer.getInt(at);
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > bytes.length - at - AROUND) {
                throw new DatasetException("File " + name + " ends within its part at byte " + at + ", which claims "
                        + (length & 0xffffffffL) + " bytes. Copy or download it again.");
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, at + 4, length + 4);
            if ((int) sum.getValue() != buffer.getInt(at + 8 + length)) {
                throw new DatasetException("File " + name + " is damaged: the checksum of its part at byte " + at
                        + " is wrong. Copy or download it again.");
            }
            if (ESSENTIAL.contains(type)) {
                kept.write(bytes, at, length + AROUND);
            }
            if (type.equals("IEND")) {
                return kept.toByteArray();
            }
            at += length + AROUND;
        }
    }
}
