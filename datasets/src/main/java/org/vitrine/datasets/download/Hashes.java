package org.vitrine.datasets.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.vitrine.datasets.download.Checksum.Algorithm;

/** A file's content by its hashes: SHA-256, and those that the list has. */
record Hashes(long bytes, Map<Algorithm, String> hex) {
    private static final int BUFFER = 1 << 16;

    /** @param watch is told how many bytes are done */
    static Hashes of(Path file, List<Checksum> wanted, LongConsumer watch) throws IOException {
        Map<Algorithm, MessageDigest> digests = new EnumMap<>(Algorithm.class);
        digests.put(Algorithm.SHA256, digest(Algorithm.SHA256));
        wanted.forEach(checksum -> digests.computeIfAbsent(checksum.algorithm(), Hashes::digest));
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (MessageDigest digest : digests.values()) {
                    digest.update(buffer, 0, read);
                }
                bytes += read;
                watch.accept(bytes);
            }
        }
        Map<Algorithm, String> hex = new EnumMap<>(Algorithm.class);
        digests.forEach((algorithm, digest) -> hex.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        return new Hashes(bytes, hex);
    }

    String sha256() {
        return Objects.requireNonNull(hex.get(Algorithm.SHA256));
    }

    /** What is wrong with the file, in words; empty if nothing is. */
    Optional<String> fault(RemoteFile file) {
        if (file.bytes().isPresent() && file.bytes().getAsLong() != bytes) {
            return Optional.of(
                    "it has " + bytes + " bytes instead of " + file.bytes().getAsLong());
        }
        return file.checksums().stream()
                .filter(checksum -> !checksum.hex().equals(hex.get(checksum.algorithm())))
                .findFirst()
                .map(checksum -> "its " + checksum.algorithm().title() + " is " + hex.get(checksum.algorithm())
                        + " instead of " + checksum.hex());
    }

    private static MessageDigest digest(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.title());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm.title(), e);
        }
    }
}
