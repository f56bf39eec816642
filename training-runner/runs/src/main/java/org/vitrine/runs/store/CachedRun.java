package org.vitrine.runs.store;

import java.util.Optional;
import org.vitrine.runs.ProcessLiveness;
import org.vitrine.runs.RunException;

/** A run of the list that reads on only where something was added. */
final class CachedRun {
    private final RunDirectory directory;
    private final RunReader reader;
    private Optional<RunRecord> record = Optional.empty();

    CachedRun(RunDirectory directory, ProcessLiveness liveness) {
        this.directory = directory;
        this.reader = RunReader.summaryOf(directory, liveness);
    }

    synchronized RunEntry read() {
        try {
            if (record.isEmpty()) {
                record = Optional.of(directory.readRecord());
            }
            return new RunEntry(directory, record, reader.readAll(), Optional.empty());
        } catch (RunException e) {
            return new RunEntry(directory, record, reader.state(), Optional.of(e));
        }
    }
}
