package org.vitrine.runs.store;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.ProcessLiveness;
import org.vitrine.runs.RunException;

/** A run of the list that reads on only where something was added. */
final class CachedRun {
    private static final Logger LOG = LoggerFactory.getLogger(CachedRun.class);

    private final RunDirectory directory;
    private final RunReader reader;
    private Optional<RunRecord> record = Optional.empty();
    private Optional<Metric> metric = Optional.empty();
    private boolean metricRead;

    CachedRun(RunDirectory directory, ProcessLiveness liveness) {
        this.directory = directory;
        this.reader = RunReader.summaryOf(directory, liveness);
    }

    synchronized RunEntry read() {
        try {
            if (record.isEmpty()) {
                record = Optional.of(directory.readRecord());
            }
            RunState state = reader.readAll();
            if (!metricRead && (state.test().isPresent() || state.iterationsDone() > 0)) {
                metric = readMetric();
                metricRead = true;
            }
            return new RunEntry(directory, record, metric, state, Optional.empty());
        } catch (RunException e) {
            return new RunEntry(directory, record, metric, reader.state(), Optional.of(e));
        }
    }

    /** Never changes: a run keeps the document that it started with. */
    private Optional<Metric> readMetric() {
        try {
            return directory.readDocument().graph().metric();
        } catch (IOException e) {
            LOG.warn("What {} is judged by can not be read", directory.id(), e);
            return Optional.empty();
        }
    }
}
