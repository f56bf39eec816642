package org.vitrine.worker.explain;

import org.vitrine.attribution.Progress;
import org.vitrine.runs.event.EventSink;

/** Who asked: how to tell on the way, and whether anybody still waits. */
interface Asked {

    /** Takes what is told before the answer. */
    EventSink news();

    /** Tells the share that is done now and then, and stops what is under way once nobody waits for it. */
    Progress progress();

    /** Whether nobody waits for the answer any more. */
    boolean isGivenUp();
}
