package org.vitrine.app.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.vitrine.app.evaluate.TestScores;
import org.vitrine.app.explain.effects.EffectSubject;
import org.vitrine.app.explain.effects.SessionDataQuestions;
import org.vitrine.app.explain.inside.Opened;
import org.vitrine.app.explain.inside.SessionInspector;
import org.vitrine.app.explain.live.SessionViewer;
import org.vitrine.app.explain.units.SessionMaker;
import org.vitrine.app.explain.write.SessionAuthor;
import org.vitrine.app.explain.write.TranslatingViewModel;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.editor.layout.LayeredLayout;
import org.vitrine.editor.model.GraphState;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.runs.RunException;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Opens a run in the Explain stage: reads its document and test results, loads its data, has its session worker ready. */
public final class SubjectLoader {
    private static final int PROMPT_TOKENS = 16;

    private final DatasetCatalogue catalogue;
    private final WorkerLauncher launcher;
    private final Background background;

    public SubjectLoader(DatasetCatalogue catalogue, WorkerLauncher launcher, Background background) {
        this.catalogue = catalogue;
        this.launcher = launcher;
        this.background = background;
    }

    /** Shows the run, first the page that fits it best, then calls {@code done}; both on the FX thread. */
    public void open(RunDirectory run, ExplainPages pages, Runnable done, Consumer<Exception> failed) {
        background.run(
                () -> load(run, pages),
                show -> {
                    show.run();
                    done.run();
                },
                failed);
    }

    /** Reads what is needed; the result shows it. */
    private Runnable load(RunDirectory run, ExplainPages pages) throws Exception {
        GraphDocument document = run.readDocument();
        TestEvaluation evaluation = run.readEvaluation()
                .orElseThrow(() -> new RunException(
                        "The run '" + run.id() + "' has no test results yet", Texts.get("explain.noResults")));
        String title = document.title();
        Dataset dataset = run.loadData(catalogue);
        DataSpec spec = dataset.spec();
        GraphDocument flat = LayeredLayout.placed(document.flat());
        ModelGraph graph = flat.graph();
        GraphState drawn = new GraphState(flat, GraphAnalyzer.analyze(flat, Optional.of(spec)));
        Optional<PlaceNames> places = PlaceNames.of(new ModelFacts(graph, spec), dataset);
        Subject subject = new Subject(title, run.path(), dataset, evaluation, places);
        boolean writes = spec.targetsTokens() && dataset.presentation() instanceof Presentation.Text;
        boolean translates = writes && spec.sourceSteps() > 0;
        String prompt = writes && !translates ? prompt(dataset, evaluation) : "";
        List<TranslatingViewModel.Sample> samples = translates ? samples(evaluation) : List.of();
        return () -> {
            SessionClient session = new SessionClient(run, launcher);
            pages.explain(
                    subject,
                    new SessionExplainer(session, background.workers()),
                    new Opened(new SessionInspector(session, run.path(), graph, background.workers()), drawn, dataset),
                    new SessionViewer(session, run.path(), graph, background.workers()));
            pages.effects()
                    .show(
                            new EffectSubject(run.path(), graph, dataset),
                            new SessionDataQuestions(session, background.workers()));
            pages.units().show(dataset, new SessionMaker(session, run.path(), graph, background.workers()));
            if (translates) {
                pages.translate(title, samples, new SessionAuthor(session, background.workers()));
            } else if (writes) {
                pages.write(title, prompt, new SessionAuthor(session, background.workers()));
            }
        };
    }

    /** The beginning of the first test example. */
    private static String prompt(Dataset dataset, TestEvaluation evaluation) {
        float[] ids = dataset.test().example(0).inputs().values();
        int[] first = IntStream.range(0, Math.min(PROMPT_TOKENS, ids.length))
                .map(step -> (int) ids[step])
                .takeWhile(id -> id > Vocabulary.UNKNOWN)
                .toArray();
        return TestScores.row(evaluation, first).strip();
    }

    private static List<TranslatingViewModel.Sample> samples(TestEvaluation evaluation) {
        return evaluation.rows().stream()
                .filter(row -> row.source().length > 0)
                .map(row -> new TranslatingViewModel.Sample(
                        TestScores.row(evaluation, row.source()),
                        TestScores.row(evaluation, row.actual()),
                        TestScores.row(evaluation, row.read())))
                .toList();
    }
}
