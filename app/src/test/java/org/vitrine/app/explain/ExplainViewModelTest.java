package org.vitrine.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.explain.places.Told;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.attribution.Places;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.event.SessionEvent.Attended;
import org.vitrine.runs.event.SessionEvent.AttributionDone;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.Judged;
import org.vitrine.runs.event.SessionEvent.JudgedMany;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.event.SessionEvent.News;
import org.vitrine.runs.event.SessionEvent.PlacesTold;
import org.vitrine.runs.event.SessionEvent.SessionReady;
import org.vitrine.runs.session.AttributionRequest;
import org.vitrine.runs.session.InfluenceRequest;
import org.vitrine.runs.session.NearestRequest;

/** The Explain stage without a window: questions are answered when the test says so. */
class ExplainViewModelTest {
    private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);

    @TempDir
    Path folder;

    private final ExplainViewModel model = new ExplainViewModel(AT_ONCE);
    private final HandExplainer explainer = new HandExplainer();
    private Subject subject = new Subject("", Path.of(""), iris(), evaluation(), Optional.empty());

    private static final class HandExplainer implements Explainer {
        private final CompletableFuture<SessionReady> ready = new CompletableFuture<>();
        private final List<AttributionRequest> asked = new ArrayList<>();
        private final List<CompletableFuture<AttributionDone>> answers = new ArrayList<>();
        private final List<DoubleConsumer> told = new ArrayList<>();
        private final Map<Integer, CompletableFuture<PlacesTold>> places = new LinkedHashMap<>();
        private boolean closed;

        @Override
        public CompletableFuture<PlacesTold> places(int example) {
            return places.computeIfAbsent(example, asks -> new CompletableFuture<>());
        }

        @Override
        public CompletableFuture<SessionReady> ready() {
            return ready;
        }

        @Override
        public CompletableFuture<AttributionDone> attribute(AttributionRequest request, DoubleConsumer progress) {
            asked.add(request);
            told.add(progress);
            answers.add(new CompletableFuture<>());
            return answers.get(answers.size() - 1);
        }

        @Override
        public CompletableFuture<Judged> judge(AttributionRequest request, Consumer<News> news) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<JudgedMany> judgeMany(String method, int examples, DoubleConsumer progress) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<Attended> attend(int example) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<NearestFound> nearest(NearestRequest request, DoubleConsumer progress) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<InfluenceFound> influence(InfluenceRequest request, DoubleConsumer progress) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {
            closed = true;
        }

        private void answerAll() {
            for (int i = 0; i < answers.size(); i++) {
                answers.get(i)
                        .complete(new AttributionDone(
                                "1",
                                asked.get(i).method(),
                                "relevance.npy",
                                true,
                                1.5,
                                OptionalDouble.empty(),
                                List.of(0.2, 0.5, 0.3),
                                OptionalInt.empty(),
                                0.01));
            }
        }
    }

    @BeforeEach
    void showIris() throws Exception {
        Npy.write(folder.resolve("relevance.npy"), Tensor.of(new float[] {1, 2, 3, 4}, 4));
        subject = new Subject("iris", folder, iris(), evaluation(), Optional.empty());
        model.show(subject, explainer);
    }

    private static Dataset iris() {
        try {
            return DatasetCatalogue.builtIn().load(DataReference.of("iris"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestEvaluation evaluation() {
        int size = iris().test().size();
        int[] actual = new int[size];
        int[] predicted = new int[size];
        for (int i = 0; i < size; i++) {
            actual[i] = i % 3;
            predicted[i] = i % 5 == 0 ? 0 : i % 3;
        }
        return TestEvaluation.ofClasses(
                0.1, List.of("setosa", "versicolor", "virginica"), actual, predicted, new float[size][3]);
    }

    @Test
    void theFirstExampleAndItsPredictedClassAreChosen() {
        assertThat(model.example().get()).isEqualTo(OptionalInt.of(0));
        assertThat(model.target().get()).isEqualTo(OptionalInt.of(0));
        model.example().set(OptionalInt.of(4));
        assertThat(model.target().get()).isEqualTo(OptionalInt.of(1));
    }

    private static final SessionReady COLUMNS = new SessionReady(
            List.of(), Map.of("grad-cam", "Grad-CAM needs a convolution", "rise", "RISE needs an image or a sequence"));

    private List<String> quick() {
        return model.methods().get().stream()
                .filter(id -> !AttributionMethods.byId(id).orElseThrow().isExpensive())
                .toList();
    }

    @Test
    void methodsThatDoNotFitAreNotOfferedAndSayWhy() {
        explainer.ready.complete(COLUMNS);
        assertThat(model.methods().get()).isNotEmpty().doesNotContain("grad-cam", "rise");
        assertThat(model.refused()).containsEntry("grad-cam", "Grad-CAM needs a convolution");
        HandExplainer convolutional = new HandExplainer();
        model.show(subject, convolutional);
        convolutional.ready.complete(new SessionReady(List.of("conv1"), Map.of()));
        assertThat(model.methods().get()).contains("grad-cam");
        assertThat(model.layers()).containsExactly("conv1");
    }

    @Test
    void slowMethodsAreAskedWhenTheyAreOpenedAndForEachExampleFromThenOn() {
        explainer.ready.complete(COLUMNS);
        assertThat(model.results().get("lime")).isEqualTo(new MethodResult.Unasked());
        explainer.answerAll();
        int before = explainer.asked.size();
        model.open("lime");
        assertThat(explainer.asked).hasSize(before + 1);
        assertThat(explainer.asked.get(before).method()).isEqualTo("lime");
        explainer.told.get(before).accept(0.4);
        assertThat(model.results().get("lime")).isEqualTo(new MethodResult.Computing(0.4));
        explainer.answerAll();
        assertThat(model.results().get("lime")).isInstanceOf(MethodResult.Done.class);
        model.example().set(OptionalInt.of(3));
        assertThat(explainer.asked.get(explainer.asked.size() - 1).method()).isEqualTo("lime");
    }

    @Test
    void whatIsStoppedIsCancelled() {
        explainer.ready.complete(COLUMNS);
        explainer.answerAll();
        model.open("kernel-shap");
        CompletableFuture<AttributionDone> open = explainer.answers.get(explainer.answers.size() - 1);
        model.stop("kernel-shap");
        assertThat(open).isCancelled();
        assertThat(model.results().get("kernel-shap")).isEqualTo(new MethodResult.Unasked());
        model.open("kernel-shap");
        CompletableFuture<AttributionDone> again = explainer.answers.get(explainer.answers.size() - 1);
        model.example().set(OptionalInt.of(2));
        assertThat(again).isCancelled();
    }

    @Test
    void aMethodIsComputedAnewWithItsOptions() {
        explainer.ready.complete(COLUMNS);
        explainer.answerAll();
        model.compute("integrated-gradients", Map.of("steps", "20"));
        AttributionRequest last = explainer.asked.get(explainer.asked.size() - 1);
        assertThat(last.method()).isEqualTo("integrated-gradients");
        assertThat(last.options()).isEqualTo(Map.of("steps", "20"));
        explainer.answerAll();
        assertThat(model.results().get("integrated-gradients")).isInstanceOf(MethodResult.Done.class);
        model.example().set(OptionalInt.of(1));
        assertThat(explainer.asked.stream()
                        .filter(request ->
                                request.example() == 1 && request.method().equals("integrated-gradients"))
                        .map(AttributionRequest::options))
                .containsExactly(Map.of("steps", "20"));
    }

    @Test
    void eachMethodIsAskedOnceTheModelIsReady() {
        assertThat(explainer.asked).isEmpty();
        explainer.ready.complete(COLUMNS);
        assertThat(explainer.asked).hasSameSizeAs(quick());
        explainer.answerAll();
        assertThat(quick()).allMatch(id -> model.results().get(id) instanceof MethodResult.Done);
        MethodResult.Done done =
                (MethodResult.Done) model.results().values().iterator().next();
        assertThat(done.relevance().values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void leafingWhileAnswersAreAwaitedAsksOnlyForTheLastExample() {
        explainer.ready.complete(COLUMNS);
        int each = quick().size();
        model.example().set(OptionalInt.of(1));
        model.example().set(OptionalInt.of(2));
        model.example().set(OptionalInt.of(3));
        assertThat(explainer.asked).hasSize(each);
        explainer.answerAll();
        assertThat(explainer.asked).hasSize(2 * each);
        assertThat(explainer.asked.subList(each, 2 * each)).allMatch(request -> request.example() == 3);
    }

    @Test
    void anAnswerThatFailsSaysWhy() {
        explainer.ready.complete(COLUMNS);
        explainer.answers.get(0).completeExceptionally(new IllegalStateException("out of memory"));
        assertThat(model.results().get(explainer.asked.get(0).method()))
                .isEqualTo(new MethodResult.Failed("out of memory"));
    }

    @Test
    void aFilterThatHidesTheExampleChoosesTheFirstThatPasses() {
        model.example().set(OptionalInt.of(1));
        model.filter().set(ExampleFilter.ALL.withWrongOnly(true));
        assertThat(model.examples()).containsExactly(5, 10, 20, 25);
        assertThat(model.example().get()).isEqualTo(OptionalInt.of(5));
    }

    @Test
    void anotherModelClosesTheOneBefore() {
        model.show(subject, new HandExplainer());
        assertThat(explainer.closed).isTrue();
    }

    /** Four steps, two classes each; the last step is padding. */
    private void showPlaces() throws Exception {
        float nan = Float.NaN;
        Npy.write(
                folder.resolve("places.npy"),
                Tensor.of(new float[] {0.9f, 0.1f, 0.8f, 0.2f, 0.3f, 0.7f, nan, nan}, 4, 2));
        TestEvaluation steps =
                TestEvaluation.of(TestEvaluation.Kind.STEPS, 0.1, List.of("noun", "verb"), Map.of("accuracy", 1.0));
        PlaceNames names =
                new PlaceNames(new Places(Places.Kind.STEP, List.of(4)), List.of("noun", "verb"), List.of(), 0);
        model.show(new Subject("tagger", folder, iris(), steps, Optional.of(names)), explainer);
        explainer.ready.complete(COLUMNS);
    }

    private static PlacesTold told(int surest) {
        return new PlacesTold("1", "places.npy", surest, 0.01);
    }

    @Test
    void theSurestPlaceIsExplainedUntilAnotherOneIsChosen() throws Exception {
        showPlaces();
        assertThat(explainer.asked).isEmpty();
        explainer.places(0).complete(told(2));
        assertThat(model.target().get()).isEqualTo(OptionalInt.of(1));
        assertThat(explainer.asked).hasSize(quick().size()).allSatisfy(request -> {
            assertThat(request.place()).isEqualTo(2);
            assertThat(request.target()).isEqualTo(1);
        });
        explainer.answerAll();
        int asked = explainer.asked.size();
        model.places().choose(0);
        assertThat(model.target().get()).isEqualTo(OptionalInt.of(0));
        assertThat(explainer.asked.subList(asked, explainer.asked.size()))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.place()).isZero());
        explainer.answerAll();
        int before = explainer.asked.size();
        model.places().choose(1);
        assertThat(explainer.asked.subList(before, explainer.asked.size()))
                .as("another place with the same class is asked about too")
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.place()).isEqualTo(1));
        model.places().choose(3);
        assertThat(model.places().place().get()).as("padding is no place").isEqualTo(OptionalInt.of(1));
        model.places().surest();
        assertThat(model.places().place().get()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void answersAboutTheExampleBeforeAreNotShownWhilePlacesAreAwaited() throws Exception {
        showPlaces();
        explainer.places(0).complete(told(2));
        model.example().set(OptionalInt.of(1));
        assertThat(model.target().get()).isEmpty();
        explainer.answerAll();
        assertThat(model.results()).isEmpty();
        int before = explainer.asked.size();
        explainer.places(1).complete(told(0));
        assertThat(explainer.asked.subList(before, explainer.asked.size()))
                .hasSize(quick().size())
                .allSatisfy(request -> {
                    assertThat(request.example()).isEqualTo(1);
                    assertThat(request.place()).isZero();
                });
        explainer.answerAll();
        assertThat(model.results().get("gradient")).isInstanceOf(MethodResult.Done.class);
    }

    @Test
    void whatThePlacesCanNotBeToldForIsSaid() throws Exception {
        showPlaces();
        explainer.places(0).completeExceptionally(new IllegalArgumentException("no such example"));
        assertThat(model.places().told().get()).isEqualTo(new Answer.Failed<Told>("no such example"));
        assertThat(model.results()).isEmpty();
    }
}
