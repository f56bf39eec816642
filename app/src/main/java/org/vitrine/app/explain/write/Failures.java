package org.vitrine.app.explain.write;

/** Failures in words. */
final class Failures {
    private Failures() {}

    /** What the cause of a future's failure says. */
    static String message(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
