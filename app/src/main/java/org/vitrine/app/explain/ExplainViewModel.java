package org.vitrine.app.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.vitrine.app.explain.attention.AttentionViewModel;
import org.vitrine.app.explain.card.CardViewModel;
import org.vitrine.app.explain.neighbours.NeighboursViewModel;
import org.vitrine.app.explain.places.PlacesViewModel;
import org.vitrine.app.shared.Background;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Part;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.runs.session.AttributionRequest;

/**
 * What the Explain stage shows: a trained model, the test examples that pass the filter, the chosen example and class, and
 * what each method says of them. To be used on the FX thread.
 */
public final class ExplainViewModel {
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<ExampleFilter> filter = new SimpleObjectProperty<>(ExampleFilter.ALL);
    private final ObservableList<Integer> examples = FXCollections.observableArrayList();
    private final ObjectProperty<OptionalInt> example = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalInt> target = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<List<String>> methods = new ReadOnlyObjectWrapper<>(List.of());
    private final MethodAnswers answers;
    private final CardViewModel card;
    private final AttentionViewModel attention;
    private final NeighboursViewModel neighbours;
    private final PlacesViewModel places;
    private Optional<Explainer> explainer = Optional.empty();
    private final Map<String, Map<String, String>> options = new HashMap<>();
    private Map<String, String> refused = Map.of();
    private List<String> layers = List.of();

    public ExplainViewModel(Background background) {
        this.background = background;
        answers = new MethodAnswers(background);
        card = new CardViewModel(background.fx());
        attention = new AttentionViewModel(background);
        neighbours = new NeighboursViewModel(background);
        places = new PlacesViewModel(background);
        filter.subscribe(this::refilter);
        example.subscribe(chosen -> {
            tellPlaces();
            decide();
        });
        places.place().subscribe(chosen -> decide());
        target.subscribe(chosen -> ask());
    }

    /** Asks what the model says at each place, if it scores no example as a whole. */
    private void tellPlaces() {
        places.about(subject.get()
                .filter(shown -> shown.places().isPresent() && example.get().isPresent())
                .flatMap(shown -> explainer.map(model -> new PlacesViewModel.Subject(
                        model, shown.directory(), example.get().getAsInt()))));
    }

    /** Explains what the model predicted of the example, or at the place, that was just chosen. */
    private void decide() {
        OptionalInt predicted = predicted();
        if (target.get().equals(predicted)) {
            ask();
        } else {
            target.set(predicted);
        }
    }

    /** Shows another model; the explainer of the one before is closed. */
    public void show(Subject newSubject, Explainer newExplainer) {
        close();
        example.set(OptionalInt.empty());
        explainer = Optional.of(newExplainer);
        card.show(newExplainer);
        subject.set(Optional.of(newSubject));
        methods.set(List.of());
        answers.results().clear();
        filter.set(ExampleFilter.ALL);
        refilter(ExampleFilter.ALL);
        CompletableFuture<?> unused = newExplainer
                .ready()
                .whenComplete((ready, failure) -> background.fx().execute(() -> {
                    if (ready != null && explainer.equals(Optional.of(newExplainer))) {
                        offer(ready);
                    }
                }));
    }

    private void offer(SessionEvent.SessionReady ready) {
        layers = ready.featureLayers();
        refused = ready.refused();
        methods.set(AttributionMethods.all().stream()
                .map(AttributionMethod::id)
                .filter(id -> !refused.containsKey(id))
                .toList());
        answers.offer(methods.get());
        ask();
    }

    /** Lets the model go. */
    public void close() {
        card.close();
        answers.begin();
        options.clear();
        layers = List.of();
        refused = Map.of();
        attention.about(Optional.empty());
        neighbours.about(Optional.empty());
        places.about(Optional.empty());
        explainer.ifPresent(Explainer::close);
        explainer = Optional.empty();
    }

    public ReadOnlyObjectProperty<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    public ObjectProperty<ExampleFilter> filter() {
        return filter;
    }

    /** Indices of the test examples that pass the filter. */
    public ObservableList<Integer> examples() {
        return examples;
    }

    /** The chosen test example. */
    public ObjectProperty<OptionalInt> example() {
        return example;
    }

    /** The class, or the target value, whose score is explained. */
    public ObjectProperty<OptionalInt> target() {
        return target;
    }

    /** Ids of the methods that can explain this model. */
    public ReadOnlyObjectProperty<List<String>> methods() {
        return methods.getReadOnlyProperty();
    }

    /** Why the other methods can not explain this model, by their ids. */
    public Map<String, String> refused() {
        return refused;
    }

    /** The model's convolutions, in graph order. */
    public List<String> layers() {
        return layers;
    }

    /** What a method was told that is not as usual. */
    public Map<String, String> options(String method) {
        return options.getOrDefault(method, Map.of());
    }

    /** Answers by method id, for the chosen example and class. */
    public ObservableMap<String, MethodResult> results() {
        return answers.results();
    }

    /** Where a Transformer looks in the text that is shown. */
    public AttentionViewModel attention() {
        return attention;
    }

    /** Training examples behind the decision that is shown. */
    public NeighboursViewModel neighbours() {
        return neighbours;
    }

    /** Places of the example whose scores can be explained. */
    public PlacesViewModel places() {
        return places;
    }

    /** Another test example is shown; {@code words} are its words, none if it is no text. */
    void read(int example, List<String> words) {
        neighbours.about(explainer.flatMap(model -> subject.get()
                .map(shown -> new NeighboursViewModel.Subject(
                        model, shown.directory(), shown.dataset(), example, decided(shown)))));
        attention.about(explainer.filter(model -> !words.isEmpty()).flatMap(model -> subject.get()
                .map(shown -> new AttentionViewModel.Subject(model, shown.directory(), example, words))));
    }

    private Optional<Integer> decided(Subject shown) {
        return shown.evaluation().classes() && target.get().isPresent()
                ? Optional.of(target.get().getAsInt())
                : Optional.empty();
    }

    /** Whether to believe the heatmap that is shown. */
    public CardViewModel card() {
        return card;
    }

    /** The class that the model took the chosen example or place for; 0 for values; empty as long as it is not known. */
    public OptionalInt predicted() {
        if (subject.get().isEmpty() || example.get().isEmpty()) {
            return OptionalInt.empty();
        }
        Subject shown = subject.get().get();
        if (shown.places().isPresent()) {
            OptionalInt place = places.place().get();
            return place.isEmpty()
                    ? OptionalInt.empty()
                    : places.told()
                            .get()
                            .done()
                            .map(told -> OptionalInt.of(told.best(place.getAsInt())))
                            .orElse(OptionalInt.empty());
        }
        return OptionalInt.of(
                shown.evaluation().classes()
                        ? shown.evaluation().predicted()[example.get().getAsInt()]
                        : 0);
    }

    private void refilter(ExampleFilter now) {
        examples.setAll(subject.get()
                .map(shown -> IntStream.of(now.select(
                                shown.evaluation(), shown.dataset().test().size()))
                        .boxed()
                        .toList())
                .orElse(List.of()));
        OptionalInt chosen = example.get();
        if (chosen.isEmpty() || !examples.contains(chosen.getAsInt())) {
            example.set(examples.isEmpty() ? OptionalInt.empty() : OptionalInt.of(examples.get(0)));
        } else {
            ask();
        }
    }

    /** Opens a method: a slow one is computed now, and for each example while it is open. */
    public void open(String method) {
        answers.open(method);
    }

    /** Computes one method anew, with options that it keeps while this model is shown. */
    public void compute(String method, Map<String, String> newOptions) {
        options.put(method, Map.copyOf(newOptions));
        answers.compute(method);
    }

    /** Gives up what is being computed on its own. */
    public void stop(String method) {
        answers.stop(method);
    }

    /** What is asked of a method about what is chosen; there must be an example and a target. */
    AttributionRequest request(String method) {
        OptionalInt place = places.place().get();
        return new AttributionRequest(
                        method,
                        Part.TEST,
                        example.get().getAsInt(),
                        target.get().getAsInt(),
                        options(method))
                .at(place.isPresent() ? place.getAsInt() : null);
    }

    private void ask() {
        answers.ask(explainer
                .filter(model -> example.get().isPresent() && target.get().isPresent())
                .flatMap(model -> subject.get()
                        .map(shown -> new MethodAnswers.Question(model, shown.directory(), this::request))));
    }
}
