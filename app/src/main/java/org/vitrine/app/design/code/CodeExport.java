package org.vitrine.app.design.code;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Dataset;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.Language;
import org.vitrine.exchange.code.export.ProgramFolder;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.launch.WeightsExport;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunStore;

/** Writes a program with its data and the weights of a run into a folder. Takes seconds: not for the FX thread. */
public final class CodeExport {
    private final RunStore store;
    private final WorkerLauncher launcher;

    public CodeExport(RunStore store, WorkerLauncher launcher) {
        this.store = store;
        this.launcher = launcher;
    }

    /**
     * What was written.
     *
     * @param run whose weights are among the files
     */
    public record Exported(Path folder, List<Path> files, Optional<String> run) {
        public Exported {
            files = List.copyOf(files);
        }
    }

    /** The latest run that finished training this document's graph on its data set. */
    public Optional<RunDirectory> latestRun(GraphDocument document) throws IOException {
        ModelGraph wanted = document.flat().graph();
        for (RunEntry entry : store.list()) {
            if (entry.problem().isEmpty()
                    && entry.state().status() == RunStatus.FINISHED
                    && entry.state().lastCheckpoint().isPresent()
                    && !entry.directory().trainsWords()) {
                GraphDocument trained = entry.directory().readDocument();
                if (trained.data().dataset().equals(document.data().dataset())
                        && trained.flat().graph().equals(wanted)) {
                    return Optional.of(entry.directory());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Writes the folder.
     *
     * @param run whose weights the program is to start from; empty for none
     * @throws CodeException if the language can not express the graph
     */
    public Exported write(
            Path folder, Language language, GraphDocument document, Dataset data, Optional<RunDirectory> run)
            throws IOException, CodeException {
        List<Path> files = new ArrayList<>(ProgramFolder.write(folder, language, document, data));
        if (run.isPresent()) {
            Path weights = folder.resolve(ProgramFolder.WEIGHTS);
            new WeightsExport(launcher).write(run.get(), weights);
            files.add(weights);
        }
        return new Exported(folder, files, run.map(RunDirectory::id));
    }
}
