package org.vitrine.app.explain.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Failures;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.runs.event.SessionEvent.TextGenerated;
import org.vitrine.runs.event.SessionEvent.TextSampled;

/** A model that writes on from a prompt, and what it has written. To be used on the FX thread. */
public final class WritingViewModel {
    /** How far the writing is. */
    public enum State {
        IDLE,
        /** Asked; nothing has come yet. */
        WAITING,
        WRITING
    }

    /** What came from the session: some tokens, or the end. Stale if {@code question} is not the last one. */
    private record Heard(
            int question,
            @Nullable TextSampled sampled,
            @Nullable TextGenerated answer,
            @Nullable Throwable failure) {}

    private final Consumer<Heard> heard;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final StringProperty prompt = new SimpleStringProperty("");
    private final ObjectProperty<Map<String, String>> settings = new SimpleObjectProperty<>(Map.of());
    private final ReadOnlyStringWrapper begun = new ReadOnlyStringWrapper("");
    private final ObservableList<Piece> pieces = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Optional<Author> author = Optional.empty();
    private Optional<CompletableFuture<TextGenerated>> answer = Optional.empty();
    private int question;

    /** @param pulse gives a way on which things of any thread reach a receiver on the FX thread, in order */
    public WritingViewModel(Pulse pulse) {
        heard = pulse.to(this::hear);
    }

    /** A way to the FX thread. */
    public interface Pulse {
        /** What is given to the result reaches the receiver, in order, some at a time. */
        <T> Consumer<T> to(Consumer<List<T>> receiver);
    }

    /** Shows another model; the one before is let go. */
    public void show(String newTitle, String newPrompt, Author newAuthor) {
        close();
        author = Optional.of(newAuthor);
        title.set(newTitle);
        prompt.set(newPrompt);
        begun.set("");
        pieces.clear();
        said.set("");
        trouble.set("");
    }

    /** Lets the model go. */
    public void close() {
        stop();
        author.ifPresent(Author::close);
        author = Optional.empty();
    }

    /** Writes, from the prompt on; what was written before is gone. */
    public void write() {
        Optional<DatasetOption> unusable = WritingSettings.unusable(settings.get());
        if (author.isEmpty() || state.get() != State.IDLE) {
            return;
        }
        said.set("");
        trouble.set("");
        if (prompt.get().isEmpty()) {
            trouble.set(Texts.get("write.trouble.prompt"));
            return;
        }
        if (unusable.isPresent()) {
            DatasetOption option = unusable.get();
            String name = Texts.get("write." + option.name());
            trouble.set(Texts.format("write.trouble.option", name, option.min(), option.max()));
            return;
        }
        int asked = ++question;
        begun.set(prompt.get());
        pieces.clear();
        state.set(State.WAITING);
        CompletableFuture<TextGenerated> asking = author.get()
                .generate(
                        WritingSettings.request(prompt.get(), settings.get()),
                        sampled -> heard.accept(new Heard(asked, sampled, null, null)));
        answer = Optional.of(asking);
        CompletableFuture<?> unused =
                asking.whenComplete((text, failure) -> heard.accept(new Heard(asked, null, text, failure)));
    }

    /** Stops writing; what is written stays. */
    public void stop() {
        question++;
        answer.ifPresent(asked -> asked.cancel(true));
        answer = Optional.empty();
        if (state.get() != State.IDLE) {
            state.set(State.IDLE);
            said.set(Texts.format("write.stopped", pieces.size()));
        }
    }

    private void hear(List<Heard> news) {
        for (Heard one : news) {
            if (one.question() != question) {
                continue;
            }
            if (one.sampled() != null) {
                state.set(State.WRITING);
                pieces.addAll(Piece.of(one.sampled()));
                continue;
            }
            answer = Optional.empty();
            state.set(State.IDLE);
            if (one.answer() != null) {
                said.set(Texts.format(
                        "write.done",
                        one.answer().tokens(),
                        one.answer().tokens() / Math.max(1e-3, one.answer().seconds())));
            } else if (one.failure() != null) {
                trouble.set(Failures.message(one.failure()));
            }
        }
    }

    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** What the next text begins with. */
    public StringProperty prompt() {
        return prompt;
    }

    /** Values of {@link WritingSettings#OPTIONS} that differ from the initial ones. */
    public ObjectProperty<Map<String, String>> settings() {
        return settings;
    }

    /** What the text that is shown began with. */
    public ReadOnlyStringProperty begun() {
        return begun.getReadOnlyProperty();
    }

    /** What the model wrote behind it. */
    public ObservableList<Piece> pieces() {
        return pieces;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** How much was written, in words. */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Why nothing was written; else empty. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
