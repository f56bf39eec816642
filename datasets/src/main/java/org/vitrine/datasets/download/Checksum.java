package org.vitrine.datasets.download;

import java.util.Locale;

/** What a file's content must hash to. */
public record Checksum(Algorithm algorithm, String hex) {

    /** From strong to weak. */
    public enum Algorithm {
        SHA256("SHA-256", 64),
        SHA1("SHA-1", 40),
        MD5("MD5", 32);

        private final String title;
        private final int digits;

        Algorithm(String title, int digits) {
            this.title = title;
            this.digits = digits;
        }

        /** As {@link java.security.MessageDigest} and people call it. */
        public String title() {
            return title;
        }
    }

    public Checksum {
        if (!hex.matches("[0-9a-f]{" + algorithm.digits + "}")) {
            throw new IllegalArgumentException("\"" + hex + "\" is no " + algorithm.title + " in hex");
        }
    }

    /** Reads {@code sha256:...}, {@code sha1:...} or {@code md5:...}. */
    static Checksum parse(String text) {
        int colon = text.indexOf(':');
        return new Checksum(
                Algorithm.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }
}
