package org.vitrine.datasets.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vitrine.datasets.DatasetException;

/**
 * The parts of a JPEG file that make its picture, without comments, colour profiles and thumbnails, and how the camera was
 * held.
 *
 * @param bytes the file without what is not needed
 * @param orientation EXIF's number, 1 to 8
 */
record JpegSegments(byte[] bytes, int orientation) {
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int COMMENT = 0xfe;
    /** Cameras write some ten; each scan takes the time of the whole picture. */
    private static final int MOST_SCANS = 100;

    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    static JpegSegments of(byte[] bytes, String name) throws DatasetException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        kept.write(bytes, 0, 2);
        int orientation = 1;
        int at = 2;
        while (true) {
            while (at < bytes.length - 1 && (bytes[at] & 0xff) == 0xff && (bytes[at + 1] & 0xff) == 0xff) {
                at++;
            }
            if (at + 4 > bytes.length) {
                throw new DatasetException("File " + name + " ends within its header. Copy or download it again.");
            }
            int marker = bytes[at + 1] & 0xff;
            if ((bytes[at] & 0xff) != 0xff || marker == END) {
                throw new DatasetException("File " + name + " is damaged at byte " + at
                        + ": no part of a JPEG file begins there. Copy or download it again.");
            }
            if (marker == START_OF_SCAN) {
                checkScans(bytes, at, name);
                kept.write(bytes, at, bytes.length - at);
                return new JpegSegments(kept.toByteArray(), orientation);
            }
            int length = ((bytes[at + 2] & 0xff) << 8) | (bytes[at + 3] & 0xff);
            if (length < 2 || at + 2 + length > bytes.length) {
                throw new DatasetException(
                        "File " + name + " ends within its part at byte " + at + ". Copy or download it again.");
            }
            if (marker == EXIF) {
                orientation = orientation(bytes, at + 4, at + 2 + length, orientation);
            }
            if (marker < 0xe0 || marker == ADOBE || (marker > 0xef && marker != COMMENT)) {
                kept.write(bytes, at, length + 2);
            }
            at += length + 2;
        }
    }

    private static void checkScans(byte[] bytes, int from, String name) throws DatasetException {
        int scans = 0;
        for (int i = from; i < bytes.length - 1; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == START_OF_SCAN) {
                scans++;
            }
        }
        if (scans > MOST_SCANS) {
            throw new DatasetException("File " + name + " draws its picture in " + scans + " passes; at most "
                    + MOST_SCANS + " are read. Save it again in an image program.");
        }
    }

    /** The orientation in a TIFF directory, or the known one if there is none. */
    private static int orientation(byte[] bytes, int start, int end, int known) {
        if (end - start < EXIF_NAME.length + 8
                || !Arrays.equals(bytes, start, start + EXIF_NAME.length, EXIF_NAME, 0, EXIF_NAME.length)) {
            return known;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, start + EXIF_NAME.length, end - start - EXIF_NAME.length)
                .slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.limit()) {
            return known;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) {
                return known;
            }
            if (tiff.getShort(entry) == 0x112) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : known;
            }
        }
        return known;
    }
}
