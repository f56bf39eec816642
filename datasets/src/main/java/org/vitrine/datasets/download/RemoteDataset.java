package org.vitrine.datasets.download;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A public data set of one or more files.
 *
 * @param id its folder in the cache and its name on the command line, such as {@code fashion-mnist}
 * @param title such as {@code Fashion-MNIST}
 */
public record RemoteDataset(String id, String title, List<RemoteFile> files) {
    private static final long LARGE_BYTES = 500_000_000;

    public RemoteDataset {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Data set " + id + " has no files");
        }
    }

    /** A data set whose id is made of its title. */
    public static RemoteDataset of(String title, List<RemoteFile> files) {
        String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new RemoteDataset(id, title, files);
    }

    /** The size of all files, if all are known. */
    public OptionalLong bytes() {
        return files.stream().allMatch(file -> file.bytes().isPresent())
                ? OptionalLong.of(files.stream()
                        .mapToLong(file -> file.bytes().orElseThrow())
                        .sum())
                : OptionalLong.empty();
    }

    /** The licence in words; several if the files differ. */
    public String licence() {
        return String.join(
                "; ", files.stream().map(RemoteFile::licence).distinct().toList());
    }

    /** What to know before it is downloaded. */
    public Set<RemoteWarning> warnings() {
        Set<RemoteWarning> warnings = EnumSet.noneOf(RemoteWarning.class);
        for (RemoteFile file : files) {
            warnOfFile(file, warnings);
            warnOfLicence(file.licence().toLowerCase(Locale.ROOT), warnings);
        }
        if (bytes().orElse(0) >= LARGE_BYTES) {
            warnings.add(RemoteWarning.LARGE);
        }
        return warnings;
    }

    private static void warnOfFile(RemoteFile file, Set<RemoteWarning> warnings) {
        if (file.checksums().isEmpty()) {
            warnings.add(RemoteWarning.CHECKSUM_UNKNOWN);
        } else if (file.checksums().stream().noneMatch(sum -> sum.algorithm() == Checksum.Algorithm.SHA256)) {
            warnings.add(RemoteWarning.CHECKSUM_WEAK);
        }
        if (!"https".equals(file.url().getScheme())) {
            warnings.add(RemoteWarning.NO_TLS);
        }
        if (file.verified().matches(".*(re-packed|regenerated).*")) {
            warnings.add(RemoteWarning.MAY_CHANGE);
        }
        if (file.bytes().isEmpty()) {
            warnings.add(RemoteWarning.SIZE_UNKNOWN);
        }
    }

    private static void warnOfLicence(String licence, Set<RemoteWarning> warnings) {
        if (licence.contains("not verified")) {
            warnings.add(RemoteWarning.LICENCE_NOT_VERIFIED);
        }
        if (licence.contains("unclear") || licence.contains("none stated")) {
            warnings.add(RemoteWarning.LICENCE_UNCLEAR);
        }
        if (licence.contains("non-commercial")) {
            warnings.add(RemoteWarning.NON_COMMERCIAL);
        }
        if (licence.contains("redistribution")) {
            warnings.add(RemoteWarning.NO_REDISTRIBUTION);
        }
    }
}
