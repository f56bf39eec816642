package org.vitrine.datasets.download.unpack;

import java.util.Locale;
import java.util.Optional;

/** The archives that can be unpacked. */
public enum ArchiveFormat {
    TAR_GZ(".tar.gz"),
    TAR(".tar"),
    ZIP(".zip"),
    /** One compressed file; it unpacks to a file named as the archive is without its end. */
    GZ(".gz");

    private final String end;

    ArchiveFormat(String end) {
        this.end = end;
    }

    /** What a file of this name must be; empty if it is no archive. */
    public static Optional<ArchiveFormat> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        for (ArchiveFormat format : values()) {
            if (name.endsWith(format.end) && name.length() > format.end.length()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The name of an archive without its end. */
    public String stem(String fileName) {
        return fileName.substring(0, fileName.length() - end.length());
    }
}
