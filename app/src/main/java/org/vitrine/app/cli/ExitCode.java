package org.vitrine.app.cli;

/** What the program tells the shell. */
final class ExitCode {
    static final int OK = 0;
    /** A run failed or diverged, or something else did not work. */
    static final int FAILED = 1;
    /** Wrong usage, or input that can not be used. */
    static final int BAD_INPUT = 2;
    /** A run was stopped before its end. */
    static final int STOPPED = 3;

    private ExitCode() {}
}
