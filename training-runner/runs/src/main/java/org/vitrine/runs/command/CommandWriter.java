package org.vitrine.runs.command;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Instant;
import org.vitrine.runs.RunException;
import org.vitrine.runs.json.LineAppender;

/** Appends commands to a {@code commands.jsonl}. Several processes may write to one file. */
public final class CommandWriter implements Closeable {
    private final LineAppender lines;

    public CommandWriter(Path file) throws RunException {
        this.lines = new LineAppender(file);
    }

    public void write(WorkerCommand command) throws RunException {
        lines.append(CommandJson.write(Instant.now(), command));
    }

    @Override
    public void close() throws RunException {
        lines.close();
    }
}
