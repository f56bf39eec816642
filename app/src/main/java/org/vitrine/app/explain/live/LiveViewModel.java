package org.vitrine.app.explain.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Failures;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.event.SessionEvent.SessionReady;

/**
 * What the Live page shows: how inputs of the model are given, and what it makes of the newest one. To be used on the FX thread.
 */
public final class LiveViewModel {
    private static final String USUAL = "gradient-x-input";

    /**
     * A model whose inputs can be given by hand.
     *
     * @param names of the classes, or of the values
     * @param classes whether the model tells classes
     * @param places where the model scores inputs; empty if it scores them as a whole
     */
    public record Model(Dataset dataset, List<String> names, boolean classes, Optional<LivePlaces> places) {
        public Model {
            names = List.copyOf(names);
        }

        /**
         * A trained model.
         *
         * @param graph flat and without problems
         */
        public static Model of(Dataset dataset, ModelGraph graph) {
            ModelFacts facts = new ModelFacts(graph, dataset.spec());
            return PlaceNames.of(facts, dataset)
                    .map(names -> new Model(
                            dataset, names.scores(), names.classes(), Optional.of(new LivePlaces(names, dataset))))
                    .orElseGet(() -> new Model(
                            dataset,
                            dataset.targetNames(),
                            dataset.spec().target().kind() == Target.Kind.CLASSES,
                            Optional.empty()));
        }
    }

    /**
     * An answer.
     *
     * @param since {@link System#nanoTime()} of the oldest change that it is the first to tell of
     */
    public record Answered(Seen seen, long since) {}

    private record Question(NewInput input, String method, OptionalInt target, OptionalInt place) {}

    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Model>> model = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LiveInput>> input = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answered>> answered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> methods = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Double>> latency = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty method = new SimpleStringProperty("");
    private final ObjectProperty<OptionalInt> target = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalInt> place = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalInt> example = new SimpleObjectProperty<>(OptionalInt.empty());
    private final Newest<Question, Seen> newest;
    private Optional<Viewer> viewer = Optional.empty();
    private Optional<NewInput> last = Optional.empty();
    private boolean ready;

    public LiveViewModel(Background background) {
        this.background = background;
        newest = new Newest<>(this::look, background.fx(), this::take);
        method.subscribe(now -> again());
        target.subscribe(now -> again());
        place.subscribe(now -> again());
    }

    /** Shows a model; does nothing if it is shown already. */
    public void show(Model shown, Viewer newViewer) {
        if (viewer.equals(Optional.of(newViewer))) {
            return;
        }
        close();
        viewer = Optional.of(newViewer);
        model.set(Optional.of(shown));
        background.run(
                () -> LiveInputs.of(shown.dataset()),
                found -> {
                    if (viewer.equals(Optional.of(newViewer))) {
                        input.set(Optional.of(found));
                    }
                },
                failed -> failure.set(Failures.message(failed)));
        CompletableFuture<?> unused = newViewer
                .ready()
                .whenComplete((now, failed) -> background.fx().execute(() -> {
                    if (!viewer.equals(Optional.of(newViewer))) {
                        return;
                    }
                    if (failed == null) {
                        offer(now);
                    } else {
                        failure.set(Failures.message(failed));
                    }
                }));
    }

    /** Slow methods are left out: a map has to follow the hand. */
    private void offer(SessionReady facts) {
        List<String> fitting = AttributionMethods.all().stream()
                .filter(each -> !each.isExpensive() && !facts.refused().containsKey(each.id()))
                .map(AttributionMethod::id)
                .toList();
        methods.set(fitting);
        method.set(fitting.contains(USUAL) ? USUAL : fitting.isEmpty() ? "" : fitting.get(0));
        ready = true;
        again();
    }

    /** Lets the model go. */
    public void close() {
        newest.forget();
        viewer = Optional.empty();
        last = Optional.empty();
        ready = false;
        answered.set(Optional.empty());
        latency.set(Optional.empty());
        input.set(Optional.empty());
        model.set(Optional.empty());
        methods.set(List.of());
        method.set("");
        target.set(OptionalInt.empty());
        place.set(OptionalInt.empty());
        example.set(OptionalInt.empty());
        failure.set("");
    }

    /** The model that is shown. */
    public ReadOnlyObjectProperty<Optional<Model>> model() {
        return model.getReadOnlyProperty();
    }

    /** How inputs are given; empty until that is known. */
    public ReadOnlyObjectProperty<Optional<LiveInput>> input() {
        return input.getReadOnlyProperty();
    }

    /** What the model makes of the newest input; empty if nothing was given yet. */
    public ReadOnlyObjectProperty<Optional<Answered>> answered() {
        return answered.getReadOnlyProperty();
    }

    /** Ids of the methods that fit the model and are quick. */
    public ReadOnlyObjectProperty<List<String>> methods() {
        return methods.getReadOnlyProperty();
    }

    /** The method whose map is shown; empty for none. */
    public StringProperty method() {
        return method;
    }

    /** Whose score is explained; empty for what is predicted. */
    public ObjectProperty<OptionalInt> target() {
        return target;
    }

    /** The step, pixel, cell, value or coordinate whose scores are told and explained; empty for the surest. */
    public ObjectProperty<OptionalInt> place() {
        return place;
    }

    /** The test example that one begins with. */
    public ObjectProperty<OptionalInt> example() {
        return example;
    }

    /** Why there is no answer; empty if there is one. */
    public ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /** Milliseconds from the latest change to its map on the screen. */
    public ReadOnlyObjectProperty<Optional<Double>> latency() {
        return latency.getReadOnlyProperty();
    }

    /**
     * The input changed.
     *
     * @param changed what it is now; empty if nothing is left of it
     * @param at {@link System#nanoTime()} of the change
     */
    public void change(Optional<NewInput> changed, long at) {
        last = changed;
        if (changed.isEmpty()) {
            newest.forget();
            answered.set(Optional.empty());
            latency.set(Optional.empty());
            failure.set("");
        } else if (viewer.isPresent() && ready) {
            newest.ask(new Question(changed.get(), method.get(), target.get(), place.get()), at);
        }
    }

    /** An answer is on the screen, if it is not wiped away already. */
    public void painted(Answered shown, long at) {
        if (!answered.get().equals(Optional.of(shown))) {
            return;
        }
        latency.set(Optional.of((at - shown.since()) / 1e6));
    }

    private void again() {
        last.ifPresent(given -> change(last, System.nanoTime()));
    }

    private CompletableFuture<Seen> look(Question question) {
        return viewer.orElseThrow().look(question.input(), question.method(), question.target(), question.place());
    }

    private void take(Question question, long since, @Nullable Seen seen, @Nullable Throwable failed) {
        failure.set(failed == null ? "" : Failures.message(failed));
        answered.set(Optional.ofNullable(seen).map(there -> new Answered(there, since)));
    }
}
