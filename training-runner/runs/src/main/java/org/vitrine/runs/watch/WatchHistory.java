package org.vitrine.runs.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts of the looks of a run: a worker that went back to a checkpoint replaces what was seen after it. Grows with the
 * records; not safe for several threads.
 */
public final class WatchHistory {
    private final Map<Class<? extends WatchRecord>, List<WatchRecord.Seen>> seen = new HashMap<>();
    private WatchRecord.@Nullable Began began;
    private List<Pinned> pinned = List.of();

    /** Takes the next record. */
    public void add(WatchRecord record) {
        if (record instanceof WatchRecord.Began start) {
            began = start;
            pinned = start.pinned();
            seen.values().forEach(records -> cut(records, start.firstIteration()));
        } else if (record instanceof WatchRecord.PinnedChosen chosen) {
            pinned = chosen.pinned();
        } else if (record instanceof WatchRecord.Seen look) {
            seen.computeIfAbsent(record.getClass(), any -> new ArrayList<>()).add(look);
        }
    }

    private static void cut(List<WatchRecord.Seen> records, int from) {
        int size = records.size();
        while (size > 0 && records.get(size - 1).iteration() >= from) {
            size--;
        }
        records.subList(size, records.size()).clear();
    }

    /** How the newest worker began; empty if nothing was watched. */
    public Optional<WatchRecord.Began> began() {
        return Optional.ofNullable(began);
    }

    /** Examples that are pinned now. */
    public List<Pinned> pinned() {
        return pinned;
    }

    /** All looks of a kind, oldest first. A view that grows. */
    public <S extends WatchRecord.Seen> List<S> all(Class<S> kind) {
        @SuppressWarnings("unchecked") // lists hold what their key says
        List<S> records = (List<S>) seen.computeIfAbsent(kind, any -> new ArrayList<>());
        return records;
    }

    /** The newest look of a kind. */
    public <S extends WatchRecord.Seen> Optional<S> last(Class<S> kind) {
        List<S> records = all(kind);
        return records.isEmpty() ? Optional.empty() : Optional.of(records.get(records.size() - 1));
    }
}
