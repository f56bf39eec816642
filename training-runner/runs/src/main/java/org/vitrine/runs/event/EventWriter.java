package org.vitrine.runs.event;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.vitrine.runs.RunException;
import org.vitrine.runs.json.LineAppender;

/** Appends events to an {@code events.jsonl}; each is visible to readers at once. Safe for several threads. */
public final class EventWriter implements Closeable {
    private final LineAppender lines;
    private final InstantSource clock;

    public EventWriter(Path file) throws RunException {
        this(file, InstantSource.system());
    }

    EventWriter(Path file, InstantSource clock) throws RunException {
        this.lines = new LineAppender(file);
        this.clock = clock;
    }

    public void write(RunEvent event) throws RunException {
        lines.append(EventJson.write(new TimedEvent(Instant.ofEpochMilli(clock.millis()), event)));
    }

    /** Waits until all events are on the disk; for checkpoints and ends, too slow for iterations. */
    public void force() throws RunException {
        lines.force();
    }

    @Override
    public void close() throws RunException {
        lines.close();
    }
}
