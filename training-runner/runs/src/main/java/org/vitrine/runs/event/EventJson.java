package org.vitrine.runs.event;

import java.time.Instant;
import org.vitrine.runs.json.TaggedJson;
import org.vitrine.runs.json.TaggedJson.UnreadableLineException;

/** Events as lines: {@code {"event":"IterationDone","at":1763795467000,"iteration":1,...}}. */
public final class EventJson {
    private static final TaggedJson<RunEvent> JSON = new TaggedJson<>(RunEvent.class, "event");
    static final String ITERATION_PREFIX = JSON.prefix(RunEvent.IterationDone.class);

    private EventJson() {}

    public static String write(TimedEvent event) {
        return JSON.write(event.at(), event.event());
    }

    /** Reads any line; one that holds no known event becomes a {@link RunEvent.Noted} that says so. */
    public static TimedEvent read(String line) {
        try {
            TaggedJson.Line<RunEvent> read = JSON.read(line);
            return new TimedEvent(read.at(), read.value());
        } catch (UnreadableLineException e) {
            return new TimedEvent(Instant.EPOCH, new RunEvent.Noted(String.valueOf(e.getMessage())));
        }
    }
}
