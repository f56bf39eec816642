package org.vitrine.runs.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.RunException;
import org.vitrine.runs.json.LineTail;

/** Reads the events that were appended since the last look. Not safe for several threads. */
public final class EventFollower {
    // Bounds the memory for the first look at a run of many hours.
    private static final int MOST_AT_ONCE = 20_000;

    private final LineTail tail;
    private final boolean everyIteration;

    private EventFollower(Path file, boolean everyIteration) {
        this.tail = new LineTail(file);
        this.everyIteration = everyIteration;
    }

    /** Follows all events. */
    public static EventFollower of(Path file) {
        return new EventFollower(file, true);
    }

    /** Leaves out each iteration that another one follows at once: some ten times faster, the same state. */
    public static EventFollower summaryOf(Path file) {
        return new EventFollower(file, false);
    }

    /** New events, oldest first, some thousands at most; empty when all were read. A missing file has no events. */
    public List<TimedEvent> poll() throws RunException {
        return everyIteration ? pollAll() : pollSummary();
    }

    private List<TimedEvent> pollAll() throws RunException {
        List<TimedEvent> events = new ArrayList<>();
        tail.poll(MOST_AT_ONCE, line -> events.add(EventJson.read(line)));
        return events;
    }

    private List<TimedEvent> pollSummary() throws RunException {
        Summary summary = new Summary();
        tail.poll(MOST_AT_ONCE, summary::add);
        return summary.events();
    }

    private static final class Summary {
        private final List<TimedEvent> events = new ArrayList<>();
        private @Nullable String iteration;

        void add(String line) {
            if (line.startsWith(EventJson.ITERATION_PREFIX)) {
                iteration = line;
            } else {
                takeIteration();
                events.add(EventJson.read(line));
            }
        }

        List<TimedEvent> events() {
            takeIteration();
            return events;
        }

        private void takeIteration() {
            if (iteration != null) {
                events.add(EventJson.read(iteration));
                iteration = null;
            }
        }
    }
}
