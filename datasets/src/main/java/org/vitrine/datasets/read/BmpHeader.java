package org.vitrine.datasets.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vitrine.datasets.DatasetException;

/** Looks whether a BMP file holds what its header claims, since Java's decoder believes it. */
final class BmpHeader {
    private static final int OLD = 12;
    private static final int COMMON = 40;
    private static final int PLAIN = 0;
    private static final int BIT_FIELDS = 3;

    private BmpHeader() {}

    static void check(byte[] bytes, String name) throws DatasetException {
        if (bytes.length < 14 + OLD) {
            throw tooShort(name);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long pixelsAt = header.getInt(10) & 0xffffffffL;
        int size = header.getInt(14);
        boolean old = size == OLD;
        if (!old && (size < COMMON || size > 124)) {
            throw new DatasetException(
                    "File " + name + " has a header of " + size + " bytes, which no BMP file has. Save it as PNG.");
        }
        if (bytes.length < 14 + size) {
            throw tooShort(name);
        }
        long width = old ? header.getShort(18) & 0xffff : header.getInt(18);
        long height = old ? header.getShort(20) & 0xffff : Math.abs((long) header.getInt(22));
        int bits = header.getShort(old ? 24 : 28);
        int compression = old ? PLAIN : header.getInt(30);
        if (compression != PLAIN && compression != BIT_FIELDS) {
            throw new DatasetException(
                    "File " + name + " is a compressed BMP file, which is not read. Save it as PNG.");
        }
        PictureReader.checkSize(width, height, bytes.length, name);
        long colours = old || bits > 8 ? 0 : header.getInt(46) & 0xffffffffL;
        if (colours > 256 || bits < 1 || bits > 32) {
            throw new DatasetException("File " + name + " claims " + bits + " bits a pixel and " + colours
                    + " colours; its header is damaged. Copy or download it again.");
        }
        long rowBytes = (width * bits + 31) / 32 * 4;
        if (pixelsAt + rowBytes * height > bytes.length) {
            throw tooShort(name);
        }
    }

    private static DatasetException tooShort(String name) {
        return new DatasetException("File " + name + " ends too early. Copy or download it again.");
    }
}
