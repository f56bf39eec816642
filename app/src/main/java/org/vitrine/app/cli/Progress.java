package org.vitrine.app.cli;

import java.util.List;
import org.vitrine.runs.event.TimedEvent;
import org.vitrine.runs.store.RunState;

/** Shows how a run goes on. */
interface Progress {
    void update(RunState state, List<TimedEvent> news);

    /** Takes back what would be redrawn. */
    void end();
}
