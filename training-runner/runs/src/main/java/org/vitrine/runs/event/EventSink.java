package org.vitrine.runs.event;

import org.vitrine.runs.RunException;

/** Where events go: the run's event file, or a list in tests. */
@FunctionalInterface
public interface EventSink {
    void write(RunEvent event) throws RunException;
}
