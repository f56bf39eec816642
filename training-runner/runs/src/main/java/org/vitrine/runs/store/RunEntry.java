package org.vitrine.runs.store;

import java.util.Optional;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.RunException;

/**
 * A run in the list: its record and state, or the problem that keeps it from being read.
 *
 * @param metric what the model is judged by, once it was tested; empty for what has no such number
 */
public record RunEntry(
        RunDirectory directory,
        Optional<RunRecord> record,
        Optional<Metric> metric,
        RunState state,
        Optional<RunException> problem) {

    public String id() {
        return directory.id();
    }

    /** The title of what is trained; the id if it can not be read. */
    public String title() {
        return record.map(RunRecord::title).orElse(id());
    }
}
