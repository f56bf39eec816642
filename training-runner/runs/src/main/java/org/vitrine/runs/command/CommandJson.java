package org.vitrine.runs.command;

import java.time.Instant;
import org.vitrine.runs.json.TaggedJson;
import org.vitrine.runs.json.TaggedJson.UnreadableLineException;

/** Commands as lines: {@code {"command":"TrainMore","at":1763795467000,"epochs":5}}. */
public final class CommandJson {
    private static final TaggedJson<WorkerCommand> JSON = new TaggedJson<>(WorkerCommand.class, "command");

    private CommandJson() {}

    public static String write(Instant at, WorkerCommand command) {
        return JSON.write(at, command);
    }

    public static WorkerCommand read(String line) throws UnreadableLineException {
        return JSON.read(line).value();
    }
}
