package org.vitrine.runs.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vitrine.runs.RunException;
import org.vitrine.runs.json.LineTail;
import org.vitrine.runs.json.TaggedJson.UnreadableLineException;

/**
 * Reads the commands that were appended since the last look. A worker answers each with a {@code CommandAccepted} event,
 * so that a resumed worker does not obey twice. Not safe for several threads.
 */
public final class CommandReader {
    private final LineTail tail;
    private final Consumer<String> notes;
    private final int accepted;
    private final int momentary;
    private int next;

    /** Reads all commands; {@code notes} is told of lines that hold no known command. */
    public CommandReader(Path file, Consumer<String> notes) {
        this(file, notes, -1, 0);
    }

    /**
     * Reads what a worker has still to obey.
     *
     * @param accepted the last command that an earlier worker accepted, -1 if none
     * @param momentary pause, resume and stop before this line were meant for an earlier worker and are left out
     */
    public CommandReader(Path file, Consumer<String> notes, int accepted, int momentary) {
        this.tail = new LineTail(file);
        this.notes = notes;
        this.accepted = accepted;
        this.momentary = momentary;
    }

    /** New commands, oldest first. */
    public List<NumberedCommand> poll() throws RunException {
        List<NumberedCommand> commands = new ArrayList<>();
        tail.poll(Integer.MAX_VALUE, line -> read(line, commands));
        return commands;
    }

    /** Whether the file was missing at the last look: the run directory was moved or deleted. */
    public boolean isGone() {
        return tail.isGone();
    }

    /** Lines seen so far, readable or not. */
    public int lines() {
        return next;
    }

    private void read(String line, List<NumberedCommand> commands) {
        int sequence = next++;
        if (sequence <= accepted) {
            return;
        }
        try {
            WorkerCommand command = CommandJson.read(line);
            if (sequence >= momentary || !isMomentary(command)) {
                commands.add(new NumberedCommand(sequence, command));
            }
        } catch (UnreadableLineException e) {
            notes.accept(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isMomentary(WorkerCommand command) {
        return command instanceof WorkerCommand.Pause
                || command instanceof WorkerCommand.Resume
                || command instanceof WorkerCommand.Stop;
    }
}
