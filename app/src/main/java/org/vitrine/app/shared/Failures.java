package org.vitrine.app.shared;

/** Failures in words. */
public final class Failures {
    private Failures() {}

    /** What the cause of a future's failure says. */
    public static String message(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
