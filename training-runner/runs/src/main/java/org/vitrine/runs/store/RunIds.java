package org.vitrine.runs.store;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Names of runs: {@code yyyyMMdd-HHmmss-slug-xxxx}, local time, safe in file systems and URLs. */
final class RunIds {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int TIME_LENGTH = 15;
    private static final int MOST_SLUG = 30;

    private RunIds() {}

    static String next(String title, Instant now) {
        String time = TIME.format(now.atZone(ZoneId.systemDefault()));
        int random = ThreadLocalRandom.current().nextInt(1 << 16);
        return String.format(Locale.ROOT, "%s-%s-%04x", time, slug(title), random);
    }

    /** The time in a name; the beginning of time if there is none. */
    static Instant created(String id) {
        if (id.length() < TIME_LENGTH) {
            return Instant.EPOCH;
        }
        try {
            return LocalDateTime.parse(id.substring(0, TIME_LENGTH), TIME)
                    .atZone(ZoneId.systemDefault())
                    .toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(MOST_SLUG, plain.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "run" : cut;
    }
}
