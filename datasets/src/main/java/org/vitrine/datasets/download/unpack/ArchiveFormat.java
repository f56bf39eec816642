package org.vitrine.datasets.download.unpack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The archives that can be unpacked. */
public enum ArchiveFormat {
    TAR_GZ(".tar.gz .tgz"),
    TAR(".tar"),
    ZIP(".zip"),
    /** One compressed file; it unpacks to a file named as the archive is without its end. */
    GZ(".gz");

    /** Separated by blanks. */
    private final String ends;

    ArchiveFormat(String ends) {
        this.ends = ends;
    }

    /** What a file of this name must be; empty if it is no archive. */
    public static Optional<ArchiveFormat> ofName(String fileName) {
        return Arrays.stream(values())
                .filter(format -> format.endOf(fileName).isPresent())
                .findFirst();
    }

    /** The name of an archive without its end. */
    public String stem(String fileName) {
        return fileName.substring(
                0, fileName.length() - endOf(fileName).map(String::length).orElse(0));
    }

    private Optional<String> endOf(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(ends.split(" "))
                .filter(end -> name.endsWith(end) && name.length() > end.length())
                .findFirst();
    }
}
