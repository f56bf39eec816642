package org.vitrine.runs.testing;

import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.event.RunEvent.IterationDone;
import org.vitrine.runs.event.RunEvent.TrainingStarted;
import org.vitrine.runs.event.RunEvent.WorkerStarted;
import org.vitrine.runs.store.RunDirectory;

/** Events for tests. */
public final class Runs {
    /** A process that never was: PIDs end far below. */
    public static final ProcessIdentity NOBODY = new ProcessIdentity(Integer.MAX_VALUE, 1);

    private Runs() {}

    public static void write(RunDirectory run, RunEvent... events) throws RunException {
        try (EventWriter writer = new EventWriter(run.eventsFile())) {
            for (RunEvent event : events) {
                writer.write(event);
            }
        }
    }

    public static WorkerStarted worker(ProcessIdentity process) {
        return new WorkerStarted(process.pid(), process.start(), "cpu", "CPU", java.util.Map.of());
    }

    /** Ten iterations an epoch, three epochs. */
    public static TrainingStarted training(int firstIteration) {
        return new TrainingStarted(100, 640, 10, 3, firstIteration, (firstIteration - 1) / 10 + 1);
    }

    public static IterationDone iteration(int iteration) {
        return new IterationDone(iteration, (iteration - 1) / 10 + 1, 0.5, 0.9, 0.001, 1000, 12, 1 << 20, 1 << 21);
    }
}
