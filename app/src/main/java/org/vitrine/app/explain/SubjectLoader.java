package org.vitrine.app.explain;

import java.util.function.Consumer;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.RunException;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Opens a run in the Explain stage: reads its document and test results, loads its data, starts its session worker. */
public final class SubjectLoader {
    private final DatasetCatalogue catalogue;
    private final WorkerLauncher launcher;
    private final Background background;

    public SubjectLoader(DatasetCatalogue catalogue, WorkerLauncher launcher, Background background) {
        this.catalogue = catalogue;
        this.launcher = launcher;
        this.background = background;
    }

    /** Shows the run, then calls {@code done}; both on the FX thread. */
    public void open(RunDirectory run, ExplainViewModel model, Runnable done, Consumer<Exception> failed) {
        background.run(
                () -> load(run),
                subject -> {
                    model.show(subject, new SessionExplainer(new SessionClient(run, launcher), background.workers()));
                    done.run();
                },
                failed);
    }

    private Subject load(RunDirectory run) throws Exception {
        GraphDocument document = run.readDocument();
        TestEvaluation evaluation = run.readEvaluation()
                .orElseThrow(() -> new RunException(
                        "The run '" + run.id() + "' has no test results yet", Texts.get("explain.noResults")));
        if (!evaluation.classes() && !evaluation.values()) {
            throw new RunException(Texts.get("explain.noScore"), Texts.get("explain.noScore.cure"));
        }
        Dataset dataset = run.loadData(catalogue);
        return new Subject(document.title(), run.path(), dataset, evaluation);
    }
}
