package org.vitrine.runs.session;

import java.io.IOException;

/** A question that the model can not answer; the message says why and what there is instead. The session goes on. */
public final class RequestRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public RequestRefusedException(String message) {
        super(message);
    }
}
