package org.vitrine.worker.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of texts. */
final class Fingerprints {
    private Fingerprints() {}

    static String of(List<List<String>> sentences) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (List<String> sentence : sentences) {
                digest.update((String.join(" ", sentence) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
