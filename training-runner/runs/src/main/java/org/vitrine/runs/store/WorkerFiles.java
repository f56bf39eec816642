package org.vitrine.runs.store;

import java.nio.file.Path;

/** The folder through which a worker is talked to. */
public interface WorkerFiles {
    /** How the line begins that stands in the log before what a new worker prints. */
    String LAUNCH_MARK = "=== worker launched ";

    Path path();

    /** Written by the worker, one event a line. */
    default Path eventsFile() {
        return path().resolve("events.jsonl");
    }

    /** Written by the workbench, one command a line. */
    default Path commandsFile() {
        return path().resolve("commands.jsonl");
    }

    /** What the worker's process printed. */
    default Path logFile() {
        return path().resolve("worker.log");
    }

    /** What the JVM writes when it crashes. */
    default Path crashFile() {
        return path().resolve("crash.log");
    }
}
