package org.vitrine.runs.launch;

import java.nio.file.Path;
import org.vitrine.runs.RunException;
import org.vitrine.runs.schedule.RunScheduler;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.testing.Wait;

/** A process that starts what is queued and then just stands there, to be killed. */
public final class FakeWorkbench {
    private FakeWorkbench() {}

    /** Takes the root of the runs and a scratch folder. */
    public static void main(String[] arguments) throws RunException {
        RunStore store = new RunStore(Path.of(arguments[0]));
        new RunScheduler(store, FakeInstallation.starter(Path.of(arguments[1])), 1).startWhatCan();
        while (Runtime.getRuntime().availableProcessors() > 0) {
            Wait.pause();
        }
    }
}
