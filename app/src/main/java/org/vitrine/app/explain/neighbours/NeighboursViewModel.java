package org.vitrine.app.explain.neighbours;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.explain.asking.Asking;
import org.vitrine.app.shared.Background;
import org.vitrine.attribution.neighbours.Distance;
import org.vitrine.attribution.neighbours.Influence;
import org.vitrine.attribution.neighbours.NeighbourQuestion;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.runs.event.SessionEvent.InfluenceFound;
import org.vitrine.runs.event.SessionEvent.NearestFound;
import org.vitrine.runs.session.InfluenceRequest;
import org.vitrine.runs.session.NearestRequest;

/**
 * Training examples behind the decision on the chosen test example; asked for only while somebody wants to see them. To be used on
 * the FX thread.
 */
public final class NeighboursViewModel {
    /** How many of the nearest are shown. */
    static final int NEAREST = 10;
    /** How many of each side are shown. */
    static final int PUSHING = 5;

    /**
     * A decision.
     *
     * @param directory against which files of answers resolve
     * @param example of the test part
     * @param target class that is explained; empty for values
     */
    public record Subject(AsksTraining model, Path directory, Dataset dataset, int example, Optional<Integer> target) {}

    /**
     * How examples are compared and looked through.
     *
     * @param layer empty for the one before the head
     * @param examples of the training part; 0 for all
     */
    public record Settings(
            Optional<String> layer, Distance distance, NeighbourQuestion parameters, Influence measure, int examples) {
        static final Settings USUAL = new Settings(
                Optional.empty(),
                Distance.COSINE,
                NeighbourQuestion.LAST_LAYER,
                Influence.DOT,
                NearestRequest.EXAMPLES);

        Settings withLayer(@Nullable String newLayer) {
            return new Settings(Optional.ofNullable(newLayer), distance, parameters, measure, examples);
        }

        Settings withDistance(Distance newDistance) {
            return new Settings(layer, newDistance, parameters, measure, examples);
        }

        Settings withParameters(NeighbourQuestion newParameters) {
            return new Settings(layer, distance, newParameters, measure, examples);
        }

        Settings withMeasure(Influence newMeasure) {
            return new Settings(layer, distance, parameters, newMeasure, examples);
        }

        Settings withExamples(int newExamples) {
            return new Settings(layer, distance, parameters, measure, newExamples);
        }
    }

    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Background background;
    private final Asking<Found<NearestFound>> nearest;
    private final Asking<Found<InfluenceFound>> influence;

    public NeighboursViewModel(Background background) {
        this.background = background;
        nearest = new Asking<>(background.fx());
        influence = new Asking<>(background.fx());
        wanted.subscribe(now -> ask());
        settings.subscribe(now -> ask());
    }

    /** Whether somebody wants to see them. */
    public BooleanProperty wanted() {
        return wanted;
    }

    /** How examples are compared. */
    public ObjectProperty<Settings> settings() {
        return settings;
    }

    /** The decision that is looked at; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /** What is like the example. */
    public ReadOnlyObjectProperty<Answer<Found<NearestFound>>> nearest() {
        return nearest.answer();
    }

    /** What pushed the decision. */
    public ReadOnlyObjectProperty<Answer<Found<InfluenceFound>>> influence() {
        return influence.answer();
    }

    /** Another decision is looked at, or none. Another model has other layers. */
    public void about(Optional<Subject> newSubject) {
        if (newSubject.equals(subject.get())) {
            return;
        }
        boolean otherModel =
                !newSubject.map(Subject::directory).equals(subject.get().map(Subject::directory));
        subject.set(newSubject);
        if (otherModel) {
            settings.set(settings.get().withLayer(null));
        }
        ask();
    }

    /** Gives up what is being looked for. */
    public void stop() {
        nearest.clear();
        influence.clear();
    }

    private void ask() {
        if (!wanted.get() || subject.get().isEmpty()) {
            stop();
            return;
        }
        Subject of = subject.get().get();
        Settings now = settings.get();
        NearestRequest alike = new NearestRequest(
                Part.TEST,
                of.example(),
                null,
                now.layer().orElse(null),
                now.distance().id(),
                now.examples(),
                NEAREST);
        nearest.askOnce(
                List.of(alike, of.directory()),
                progress -> of.model().nearest(alike, progress),
                answer -> read(of, answer, NearestFound::file));
        InfluenceRequest pushing = new InfluenceRequest(
                Part.TEST,
                of.example(),
                null,
                of.target().orElse(null),
                now.parameters().id(),
                now.measure().id(),
                now.examples(),
                PUSHING);
        influence.askOnce(
                List.of(pushing, of.directory()),
                progress -> of.model().influence(pushing, progress),
                answer -> read(of, answer, InfluenceFound::file));
    }

    private <A> CompletableFuture<Found<A>> read(Subject of, CompletableFuture<A> answer, Function<A, String> file) {
        return answer.thenApplyAsync(
                found -> {
                    try {
                        return new Found<>(found, Npy.read(of.directory().resolve(file.apply(found))));
                    } catch (DatasetException e) {
                        throw new CompletionException(e);
                    }
                },
                background.workers());
    }
}
