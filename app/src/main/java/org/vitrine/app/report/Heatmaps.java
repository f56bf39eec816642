package org.vitrine.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.vitrine.app.explain.card.JudgedTexts;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.attribution.credibility.CredibilityTexts;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.runs.RunException;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.Judgements;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.event.SessionEvent.SessionReady;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.session.RequestRefusedException;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Has a few test examples explained for a report, and one explanation of each judged. */
final class Heatmaps {
    private static final int EACH = 3;
    private static final String JUDGED = "integrated-gradients";

    private final RunDirectory run;
    private final Dataset dataset;
    private final TestEvaluation evaluation;
    private final AttributionTexts methodTexts = new AttributionTexts(Locale.ENGLISH);
    private final CredibilityTexts cardTexts = new CredibilityTexts(Locale.ENGLISH);

    Heatmaps(RunDirectory run, Dataset dataset, TestEvaluation evaluation) {
        this.run = run;
        this.dataset = dataset;
        this.evaluation = evaluation;
    }

    /** Explains the predicted class of right and wrong examples with two or three methods. */
    List<Explained> make(SessionClient session) throws IOException, DatasetException {
        SessionReady ready = await(session.ready());
        List<String> methods = new ArrayList<>(List.of(JUDGED, "gradient-x-input"));
        methods.add(ready.refused().containsKey("grad-cam") ? "occlusion" : "grad-cam");
        List<Explained> made = new ArrayList<>();
        for (boolean right : new boolean[] {true, false}) {
            for (int example : right ? Examples.right(evaluation, EACH) : Examples.wrong(evaluation, EACH)) {
                made.add(explained(session, methods, example, right));
            }
        }
        return made;
    }

    private Explained explained(SessionClient session, List<String> methods, int example, boolean right)
            throws IOException, DatasetException {
        Batch batch = dataset.test().example(example);
        List<Explained.Map> maps = new ArrayList<>();
        RelevancePicture.input(dataset, batch)
                .ifPresent(picture -> maps.add(
                        new Explained.Map("input", ReportTexts.get("heatmap.input"), picture, Optional.empty())));
        for (String method : methods) {
            AttributionDone done =
                    await(session.attribute(new AttributionRequest(method, Part.TEST, example, null, Map.of())));
            Path values = run.path().resolve(done.relevanceFile());
            String title = methodTexts.title(method);
            maps.add(new Explained.Map(
                    method,
                    title,
                    RelevancePicture.of(
                            dataset, batch, dataset.test().words(example), Npy.read(values), done.signed(), title),
                    Optional.of(values)));
        }
        return new Explained(example, right, caption(example), maps, card(session, example));
    }

    /** Whether to believe the first method's map, metric by metric; or why nobody knows. */
    private List<Block> card(SessionClient session, int example) throws IOException {
        try {
            SessionEvent.Judged judged = await(
                    session.judge(new AttributionRequest(JUDGED, Part.TEST, example, null, Map.of()), news -> {}));
            List<List<String>> rows = new ArrayList<>();
            for (Judgements.JudgedLine told : judged.lines()) {
                Line line = JudgedTexts.line(told);
                rows.add(List.of(
                        cardTexts.title(line.metric()), cardTexts.word(line.verdict()), cardTexts.sentence(line)));
            }
            Verdict whole = Verdict.valueOf(judged.verdict());
            return List.of(
                    new Block.Text(ReportTexts.format(
                            "card", methodTexts.title(JUDGED), cardTexts.word(whole), cardTexts.sentence(whole))),
                    new Block.Grid(
                            List.of(
                                    ReportTexts.get("card.metric"),
                                    ReportTexts.get("card.verdict"),
                                    ReportTexts.get("card.why")),
                            rows));
        } catch (RequestRefusedException e) {
            return List.of(new Block.Text(ReportTexts.format("card.none", String.valueOf(e.getMessage()))));
        }
    }

    private String caption(int example) {
        if (evaluation.classes()) {
            int predicted = evaluation.predicted()[example];
            return ReportTexts.format(
                    "heatmap.class",
                    Integer.toString(example),
                    evaluation.targetNames().get(evaluation.actual()[example]),
                    evaluation.targetNames().get(predicted),
                    Figures.percent(evaluation.outputs()[example][predicted]));
        }
        return ReportTexts.format(
                "heatmap.value",
                Integer.toString(example),
                Figures.number(evaluation.actualValues()[example][0]),
                Figures.number(evaluation.outputs()[example][0]));
    }

    private static <T> T await(Future<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("Explaining was interrupted", "Try again", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        }
    }
}
