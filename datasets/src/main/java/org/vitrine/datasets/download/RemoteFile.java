package org.vitrine.datasets.download;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vitrine.datasets.download.unpack.ArchiveFormat;

/**
 * One file of a public data set.
 *
 * @param dataset the set's title
 * @param name the file's name in the cache
 * @param bytes its size, if known
 * @param checksums all that are known; all must hold
 * @param verified where the checksums were found
 * @param licence in words
 */
public record RemoteFile(
        String dataset,
        String name,
        URI url,
        OptionalLong bytes,
        List<Checksum> checksums,
        String verified,
        String licence) {
    public RemoteFile {
        checksums = List.copyOf(checksums);
    }

    /** Whether and how the file is unpacked. */
    public Optional<ArchiveFormat> archive() {
        return ArchiveFormat.ofName(name);
    }
}
