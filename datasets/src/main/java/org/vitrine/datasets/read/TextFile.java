package org.vitrine.datasets.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vitrine.datasets.DatasetException;

/** Reads UTF-8 text whole, without its byte order mark and with plain line feeds. */
public final class TextFile {
    /** Largest file that is opened. */
    public static final long MOST_BYTES = 32L * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    public static String read(Path file) throws DatasetException {
        return decode(UserFile.bytes(file, MOST_BYTES, "Cut it into several files."), file.toString());
    }

    /**
     * Decodes the bytes of a file.
     *
     * @param name how messages call the file
     */
    public static String decode(byte[] bytes, String name) throws DatasetException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(from, text, true);
        if (result.isError()) {
            throw new DatasetException("File " + name + ", line " + line(bytes, from.position())
                    + " is not UTF-8 text. Save it with the encoding UTF-8.");
        }
        text.flip();
        String decoded = text.toString();
        int nul = decoded.indexOf('\0');
        if (nul >= 0) {
            throw new DatasetException("File " + name + ", line "
                    + (1
                            + decoded.substring(0, nul)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count())
                    + " holds a NUL byte, so it is not UTF-8 text. Save it with the encoding UTF-8.");
        }
        String start = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
        return start.indexOf('\r') < 0 ? start : start.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
