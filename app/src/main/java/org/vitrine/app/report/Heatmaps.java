package org.vitrine.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.runs.RunException;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.RunEvent.AttributionDone;
import org.vitrine.runs.event.RunEvent.SessionReady;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Has a few test examples explained for a report. */
final class Heatmaps {
    private static final int EACH = 3;

    private final RunDirectory run;
    private final Dataset dataset;
    private final TestEvaluation evaluation;
    private final AttributionTexts methodTexts = new AttributionTexts(Locale.ENGLISH);

    Heatmaps(RunDirectory run, Dataset dataset, TestEvaluation evaluation) {
        this.run = run;
        this.dataset = dataset;
        this.evaluation = evaluation;
    }

    /** Explains the predicted class of right and wrong examples with two or three methods. */
    List<Heatmap> make(SessionClient session) throws IOException, DatasetException {
        SessionReady ready = await(session.ready());
        List<String> methods = new ArrayList<>(List.of("integrated-gradients", "gradient-x-input"));
        methods.add(ready.featureLayers().isEmpty() ? "occlusion" : "grad-cam");
        List<Heatmap> made = new ArrayList<>();
        for (boolean right : new boolean[] {true, false}) {
            for (int example : right ? Examples.right(evaluation, EACH) : Examples.wrong(evaluation, EACH)) {
                RelevancePicture.input(dataset, dataset.test().example(example))
                        .ifPresent(picture -> made.add(
                                new Heatmap(example, right, caption(example), "input", picture, Optional.empty())));
                for (String method : methods) {
                    made.add(explain(session, method, example, right));
                }
            }
        }
        return made;
    }

    private Heatmap explain(SessionClient session, String method, int example, boolean right)
            throws IOException, DatasetException {
        AttributionDone done =
                await(session.attribute(new AttributionRequest(method, Part.TEST, example, null, Map.of())));
        Batch batch = dataset.test().example(example);
        Path values = run.path().resolve(done.relevanceFile());
        String title = methodTexts.title(method);
        return new Heatmap(
                example,
                right,
                caption(example),
                method,
                RelevancePicture.of(dataset, batch, Npy.read(values), done.signed(), title),
                Optional.of(values));
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

    private static <T> T await(java.util.concurrent.Future<T> answer) throws IOException {
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
