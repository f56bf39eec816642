package org.vitrine.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.vitrine.app.explain.card.JudgedTexts;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.app.shared.WordSteps;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Places;
import org.vitrine.attribution.credibility.CredibilityTexts;
import org.vitrine.attribution.credibility.Line;
import org.vitrine.attribution.credibility.Verdict;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Target;
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

    /**
     * Explains the predicted class of right and wrong examples with two or three methods, or one place of some where the model
     * scores none as a whole.
     */
    List<Explained> make(SessionClient session) throws IOException, DatasetException {
        SessionReady ready = await(session.ready());
        List<String> methods = new ArrayList<>(List.of(JUDGED, "gradient-x-input"));
        methods.add(ready.refused().containsKey("grad-cam") ? "occlusion" : "grad-cam");
        List<Explained> made = new ArrayList<>();
        Optional<PlaceNames> places = PlaceNames.of(facts(), dataset);
        if (places.isPresent()) {
            for (int example : Examples.spread(dataset.test().size(), EACH)) {
                made.add(atPlace(session, methods, example, places.get()));
            }
        } else if (facts().wholeRefusal().isEmpty()) {
            for (int example : Examples.right(evaluation, EACH)) {
                made.add(whole(session, methods, example, Explained.Group.RIGHT));
            }
            for (int example : Examples.wrong(evaluation, EACH)) {
                made.add(whole(session, methods, example, Explained.Group.WRONG));
            }
        }
        return made;
    }

    private ModelFacts facts() throws IOException {
        return new ModelFacts(run.readDocument().flat().graph(), dataset.spec());
    }

    private Explained whole(SessionClient session, List<String> methods, int example, Explained.Group group)
            throws IOException, DatasetException {
        List<Explained.Map> maps = new ArrayList<>(input(example, Optional.empty()));
        for (String method : methods) {
            maps.add(map(example, await(session.attribute(request(method, example)))));
        }
        return new Explained(example, group, caption(example), maps, card(session, request(JUDGED, example)));
    }

    /** The place where the model is surest, as the first method found it. */
    private Explained atPlace(SessionClient session, List<String> methods, int example, PlaceNames places)
            throws IOException, DatasetException {
        AttributionDone first = await(session.attribute(request(methods.get(0), example)));
        int place = first.place().orElseThrow();
        List<Explained.Map> maps = new ArrayList<>(input(example, places.region(place)));
        maps.add(map(example, first));
        for (String method : methods.subList(1, methods.size())) {
            maps.add(map(
                    example, await(session.attribute(request(method, example).at(place)))));
        }
        return new Explained(
                example,
                Explained.Group.PLACE,
                caption(example, places, first),
                maps,
                card(session, request(JUDGED, example).at(place)));
    }

    private static AttributionRequest request(String method, int example) {
        return new AttributionRequest(method, Part.TEST, example, null, Map.of());
    }

    private List<Explained.Map> input(int example, Optional<Rectangle2D> mark) {
        return RelevancePicture.input(dataset, dataset.test().example(example), mark).stream()
                .map(picture -> new Explained.Map("input", ReportTexts.get("heatmap.input"), picture, Optional.empty()))
                .toList();
    }

    private Explained.Map map(int example, AttributionDone done) throws DatasetException {
        Batch batch = dataset.test().example(example);
        Path values = run.path().resolve(done.relevanceFile());
        String title = methodTexts.title(done.method());
        return new Explained.Map(
                done.method(),
                title,
                RelevancePicture.of(
                        dataset, batch, dataset.test().words(example), Npy.read(values), done.signed(), title),
                Optional.of(values));
    }

    /** Whether to believe the first method's map, metric by metric; or why nobody knows. */
    private List<Block> card(SessionClient session, AttributionRequest request) throws IOException {
        try {
            SessionEvent.Judged judged = await(session.judge(request, news -> {}));
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

    /** Where the place lies, what the model says there, and what is true if that is known. */
    private String caption(int example, PlaceNames places, AttributionDone done) {
        int place = done.place().orElseThrow();
        List<Double> told = done.probabilities();
        int best = IntStream.range(0, told.size())
                .reduce((a, b) -> told.get(b) > told.get(a) ? b : a)
                .orElse(0);
        String where = word(example, places, place)
                .map(word -> ReportTexts.format("heatmap.word", places.where(place), word))
                .orElseGet(() -> places.where(place));
        String number = Integer.toString(example);
        OptionalDouble truth = truth(example, places, place);
        return truth.isPresent()
                ? ReportTexts.format(
                        "heatmap.place.truth",
                        number,
                        where,
                        places.says(told, best),
                        places.truth(truth.getAsDouble()))
                : ReportTexts.format("heatmap.place", number, where, places.says(told, best));
    }

    /** The word that is read at a step. */
    private Optional<String> word(int example, PlaceNames places, int place) {
        Tensor ids = dataset.test().example(example).inputs().row(0);
        List<String> words = dataset.test().words(example);
        int step = words.isEmpty() ? -1 : places.step(place, ids.size());
        int word = step < 0 ? -1 : WordSteps.word(ids, step);
        return word >= 0 && word < words.size() ? Optional.of(words.get(word)) : Optional.empty();
    }

    private OptionalDouble truth(int example, PlaceNames places, int place) {
        Batch batch = dataset.test().example(example);
        if (dataset.spec().target().kind() == Target.Kind.STEP_CLASSES) {
            float truth = batch.targets().values()[place];
            return truth < 0 ? OptionalDouble.empty() : OptionalDouble.of(truth);
        }
        return places.places().kind() == Places.Kind.VALUE
                ? OptionalDouble.of(batch.inputs().values()[place])
                : OptionalDouble.empty();
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
