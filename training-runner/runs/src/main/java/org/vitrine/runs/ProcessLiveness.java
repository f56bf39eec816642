package org.vitrine.runs;

/** Tells whether a process still runs. */
@FunctionalInterface
public interface ProcessLiveness {
    /** Asks this machine. */
    ProcessLiveness SYSTEM = ProcessIdentity::isAlive;

    boolean isAlive(ProcessIdentity process);
}
