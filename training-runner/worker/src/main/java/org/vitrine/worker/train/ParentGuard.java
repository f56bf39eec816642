package org.vitrine.worker.train;

import org.vitrine.runs.ProcessLiveness;
import org.vitrine.runs.store.RunRecord;

/** Ends a run with the program that started it, if the run was to. */
final class ParentGuard implements Control.Guard {
    private static final long LOOK_NANOS = 2_000_000_000L;

    private final RunRecord record;
    private long seen = System.nanoTime();

    ParentGuard(RunRecord record) {
        this.record = record;
    }

    @Override
    public String reasonToStop() {
        if (System.nanoTime() - seen < LOOK_NANOS) {
            return "";
        }
        seen = System.nanoTime();
        return record.endsWithParent(ProcessLiveness.SYSTEM)
                ? "The program that started this run is gone, and the run was to end with it"
                : "";
    }
}
