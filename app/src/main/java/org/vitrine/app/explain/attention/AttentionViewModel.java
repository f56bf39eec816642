package org.vitrine.app.explain.attention;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.SessionEvent.Attended;

/** Where the model looks in the chosen text; asked for only while somebody wants to see it. To be used on the FX thread. */
public final class AttentionViewModel {
    /** What there is to see. */
    public sealed interface State {
        /** Nothing was asked for. */
        record Nothing() implements State {}

        record Waiting() implements State {}

        /**
         * The answer.
         *
         * @param words one for each step
         */
        record Done(Attention attention, List<String> words) implements State {}

        /** The text says why there is none. */
        record Failed(String message) implements State {}
    }

    /**
     * A text that the model read.
     *
     * @param directory against which files of answers resolve
     * @param words one for each step that is no padding
     */
    public record Subject(Attends model, Path directory, int example, List<String> words) {
        public Subject {
            words = List.copyOf(words);
        }
    }

    private final Background background;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Optional<Subject> asked = Optional.empty();
    private Optional<CompletableFuture<?>> answer = Optional.empty();

    public AttentionViewModel(Background background) {
        this.background = background;
        wanted.subscribe(now -> ask());
    }

    /** Whether somebody wants to see it. */
    public BooleanProperty wanted() {
        return wanted;
    }

    /** The text that is looked at; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Another text is looked at, or none. */
    public void about(Optional<Subject> newSubject) {
        if (!newSubject.equals(subject.get())) {
            subject.set(newSubject);
            ask();
        }
    }

    private void ask() {
        Optional<Subject> now = wanted.get() ? subject.get() : Optional.empty();
        if (now.equals(asked)) {
            return;
        }
        Optional<CompletableFuture<?>> before = answer;
        asked = now;
        answer = Optional.empty();
        before.ifPresent(open -> open.cancel(true));
        if (now.isEmpty()) {
            state.set(new State.Nothing());
            return;
        }
        Subject of = now.get();
        state.set(new State.Waiting());
        CompletableFuture<Attended> open = of.model().attend(of.example());
        answer = Optional.of(open);
        CompletableFuture<?> unused = open.thenApplyAsync(found -> read(of, found), background.workers())
                .whenComplete((found, failure) -> background.fx().execute(() -> settle(now, found, failure)));
    }

    private void settle(Optional<Subject> of, @Nullable State found, @Nullable Throwable failure) {
        if (of.equals(asked)) {
            state.set(found != null ? found : new State.Failed(failure == null ? "" : message(failure)));
        }
    }

    private static State read(Subject of, Attended found) {
        try (Npz file = Npz.open(of.directory().resolve(found.file()))) {
            Map<String, Tensor> weights = new LinkedHashMap<>();
            for (String layer : found.layers()) {
                weights.put(layer, file.read(layer));
            }
            return new State.Done(new Attention(weights), of.words());
        } catch (DatasetException e) {
            return new State.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static String message(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
