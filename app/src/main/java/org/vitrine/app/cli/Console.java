package org.vitrine.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the command line writes: results on one stream, progress and messages on the other.
 *
 * @param terminal whether a person sees {@code err} on a terminal, where a line can be redrawn
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The streams of this process. */
    static Console ofProcess() {
        return new Console(System.out, System.err, errIsTerminal());
    }

    /** The launch script tells; without it /proc does, where there is one. */
    private static boolean errIsTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        if (Boolean.getBoolean("vitrine.terminal")) {
            return true;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            // Plain lines can be read anywhere.
            return false;
        }
    }

    /** Prints a result. */
    void result(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints a piece of a result. */
    void write(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints one JSON value as the result. */
    void result(JsonNode json) {
        try {
            result(JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says something to the person, out of the way of results. */
    void say(String line) {
        err.println(line);
        err.flush();
    }
}
