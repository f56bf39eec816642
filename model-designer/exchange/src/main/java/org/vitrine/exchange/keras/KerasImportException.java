package org.vitrine.exchange.keras;

import java.util.List;

/** A file that can not be imported; the message has all reasons, each with its place. */
public final class KerasImportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    KerasImportException(String message) {
        super(message);
        this.problems = List.of(message);
    }

    KerasImportException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of(message);
    }

    KerasImportException(String headline, List<String> problems) {
        super(headline + "\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What keeps the file from being imported, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
