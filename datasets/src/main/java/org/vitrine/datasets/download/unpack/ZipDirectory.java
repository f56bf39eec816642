package org.vitrine.datasets.download.unpack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vitrine.datasets.DatasetException;

/** The size of a zip file's list of entries, found before a library reads all of it into memory. */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int OFFSET_IN_END = 16;
    private static final int OFFSET_IN_LOCATOR = 8;
    private static final int OFFSET_IN_END_64 = 48;
    private static final long MOST_BYTES = 48L << 20;

    private ZipDirectory() {}

    /**
     * Does nothing if the list is of a size that fits into memory.
     *
     * @param archive how messages call the file
     */
    static void check(Path file, String archive) throws IOException, DatasetException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = end(channel);
            if (end < 0) {
                throw EntryWriter.damaged(archive, "its list of files is missing; the end may be cut off", null);
            }
            long start =
                    Integer.toUnsignedLong(read(channel, end + OFFSET_IN_END, 4).getInt());
            if (end >= LOCATOR_BYTES && read(channel, end - LOCATOR_BYTES, 4).getInt() == LOCATOR_SIGNATURE) {
                long end64 = read(channel, end - LOCATOR_BYTES + OFFSET_IN_LOCATOR, 8)
                        .getLong();
                if (end64 < 0 || end64 > channel.size() - OFFSET_IN_END_64 - 8) {
                    throw EntryWriter.damaged(archive, "its list of files lies behind its end", null);
                }
                start = read(channel, end64 + OFFSET_IN_END_64, 8).getLong();
            }
            if (start < 0 || start > end) {
                throw EntryWriter.damaged(archive, "its list of files lies behind its end", null);
            }
            if (end - start > MOST_BYTES) {
                throw new DatasetException("Archive " + archive + " was not unpacked: the list of its files alone has "
                        + (end - start) / (1L << 20) + " MB. No set of the list has so many files.");
            }
        }
    }

    /** Where the last end record starts; -1 if there is none. */
    private static long end(FileChannel channel) throws IOException {
        long size = channel.size();
        int length = (int) Math.min(size, LONGEST_COMMENT + END_BYTES);
        ByteBuffer tail = read(channel, size - length, length);
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return size - length + at;
            }
        }
        return -1;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file ends too early");
            }
        }
        return buffer.flip();
    }
}
