package org.vitrine.runs.watch;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.runs.json.TaggedJson;
import org.vitrine.runs.json.TaggedJson.UnreadableLineException;

/** Looks as lines: {@code {"watch":"Norms","at":1763795467000,"iteration":1,...}}. */
public final class WatchJson {
    private static final TaggedJson<WatchRecord> JSON = new TaggedJson<>(WatchRecord.class, "watch");

    private WatchJson() {}

    public static String write(Instant at, WatchRecord record) {
        return JSON.write(at, record);
    }

    /** Empty for lines that hold no known record, perhaps of a newer version: the others can be read all the same. */
    public static Optional<WatchRecord> read(String line) {
        try {
            return Optional.of(JSON.read(line).value());
        } catch (UnreadableLineException e) {
            return Optional.empty();
        }
    }
}
