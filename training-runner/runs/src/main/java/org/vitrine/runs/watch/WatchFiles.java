package org.vitrine.runs.watch;

import java.nio.file.Path;

/** The files of the watch in a run's folder: {@code watch/records.jsonl} and {@code watch/data.bin}, both only appended to. */
public record WatchFiles(Path folder) {

    /** One {@link WatchRecord} a line. */
    public Path records() {
        return folder.resolve("records.jsonl");
    }

    /** The numbers of {@link Block}s. */
    public Path data() {
        return folder.resolve("data.bin");
    }

    /** The newest decision surface, written over: a line with its record, and its numbers behind. For who watches live. */
    public Path live() {
        return folder.resolve("surface.live");
    }
}
