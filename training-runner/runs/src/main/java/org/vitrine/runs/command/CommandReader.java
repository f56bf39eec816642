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
    private final int first;
    private int next;

    /** Reads all commands; {@code notes} is told of lines that hold no known command. */
    public CommandReader(Path file, Consumer<String> notes) {
        this(file, notes, 0);
    }

    /** Reads the commands from line {@code first} on: those before were obeyed, or meant for an earlier worker. */
    public CommandReader(Path file, Consumer<String> notes, int first) {
        this.tail = new LineTail(file);
        this.notes = notes;
        this.first = first;
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
        if (sequence < first) {
            return;
        }
        try {
            commands.add(new NumberedCommand(sequence, CommandJson.read(line)));
        } catch (UnreadableLineException e) {
            notes.accept(String.valueOf(e.getMessage()));
        }
    }
}
