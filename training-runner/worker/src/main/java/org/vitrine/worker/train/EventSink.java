package org.vitrine.worker.train;

import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent;

/** Where events go: the run's event file, or a list in tests. */
@FunctionalInterface
public interface EventSink {
    void write(RunEvent event) throws RunException;
}
