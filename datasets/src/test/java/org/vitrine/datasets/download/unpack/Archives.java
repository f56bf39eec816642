package org.vitrine.datasets.download.unpack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small archives, good and bad. */
public final class Archives {
    private Archives() {}

    /** A file with these entries; a name that ends with a slash is a folder. */
    public static byte[] zip(Map<String, byte[]> entries) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    public static byte[] tar(Map<String, byte[]> entries) {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = tarInto(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
                    header.setSize(entry.getValue().length);
                    tar.putArchiveEntry(header);
                    tar.write(entry.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    /** A file, and then an entry of another kind, such as a link, with an empty body. */
    static byte[] tarWith(String name, byte kind, String linkTo) {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = tarInto(out)) {
                TarArchiveEntry file = new TarArchiveEntry("good.txt");
                file.setSize(4);
                tar.putArchiveEntry(file);
                tar.write(text("good"));
                tar.closeArchiveEntry();
                TarArchiveEntry link = new TarArchiveEntry(name, kind, true);
                link.setLinkName(linkTo);
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
        });
    }

    public static byte[] gzip(byte[] content) {
        return bytes(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static TarArchiveOutputStream tarInto(ByteArrayOutputStream out) {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        return tar;
    }

    /** Something that writes bytes. */
    @FunctionalInterface
    interface Writing {
        void into(ByteArrayOutputStream out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.into(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
