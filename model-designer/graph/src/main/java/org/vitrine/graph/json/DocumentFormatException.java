package org.vitrine.graph.json;

import java.io.IOException;

/** A file that is no readable {@code .vitrine} document; the message says what, where in the file, and the way out. */
public final class DocumentFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public DocumentFormatException(String message) {
        super(message);
    }

    public DocumentFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
