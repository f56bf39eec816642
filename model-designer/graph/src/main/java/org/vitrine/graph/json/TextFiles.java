package org.vitrine.graph.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a text file whole, with an error in words for all that can be wrong with it. */
final class TextFiles {
    /** A document of some 100,000 nodes. */
    private static final long LARGEST = 20L << 20;

    private TextFiles() {}

    static String read(Path file) throws DocumentFormatException {
        if (Files.isDirectory(file)) {
            throw new DocumentFormatException(file + ": this is a folder. Choose a .vitrine file in it.");
        }
        return decode(file, bytes(file));
    }

    private static byte[] bytes(Path file) throws DocumentFormatException {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new DocumentFormatException(
                        file + ": the file has " + (size >> 20) + " MB, documents have at most " + (LARGEST >> 20)
                                + " MB. It is probably something else: choose another file.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DocumentFormatException(file + ": there is no such file. Check the name and the folder.", e);
        } catch (AccessDeniedException e) {
            throw new DocumentFormatException(
                    file + ": the file may not be read. Ask its owner for permission, or copy it.", e);
        } catch (DocumentFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new DocumentFormatException(
                    file + ": the file can not be read (" + e.getMessage() + "). Check the disk, or open a backup.", e);
        }
    }

    private static String decode(Path file, byte[] bytes) throws DocumentFormatException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new DocumentFormatException(file + ", line " + line
                    + ": this is no UTF-8 text. Save it as UTF-8 in a text editor, or open a backup.");
        }
        String text = out.flip().toString();
        // Some Windows editors put a byte order mark in front.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
