package org.vitrine.runs.event;

import java.time.Instant;

/** An event and when it was written, to the millisecond. */
public record TimedEvent(Instant at, RunEvent event) {}
