package org.vitrine.app.design.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.event.RunEvent.LayersTimed;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunStore;

/** Finds what the latest run of a graph told about the time that its layers took. Reads files: not for the FX thread. */
public final class RunTimes {
    private static final Logger LOG = LoggerFactory.getLogger(RunTimes.class);

    private final RunStore store;
    private final Map<Path, ModelGraph> graphs = new ConcurrentHashMap<>();

    public RunTimes(RunStore store) {
        this.store = store;
    }

    /** The times of the latest run of this document's graph. */
    public Optional<Analysis.Times> latest(GraphDocument document) {
        try {
            ModelGraph wanted = document.flat().graph();
            for (RunEntry entry : store.list()) {
                Optional<LayersTimed> timed = entry.problem().isPresent()
                        ? Optional.empty()
                        : entry.state().latest(LayersTimed.class);
                if (timed.isPresent() && graph(entry).equals(wanted)) {
                    return Optional.of(new Analysis.Times(
                            timed.get().layers(), timed.get().stepSeconds(), Optional.of(entry.id())));
                }
            }
        } catch (IOException e) {
            LOG.info("Runs can not be read for their times", e);
        }
        return Optional.empty();
    }

    /** Graphs of runs do not change. */
    private ModelGraph graph(RunEntry entry) throws IOException {
        Path path = entry.directory().path();
        ModelGraph known = graphs.get(path);
        if (known == null) {
            known = entry.directory().readDocument().flat().graph();
            graphs.put(path, known);
        }
        return known;
    }
}
