package org.vitrine.app.explain.write;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Failures;
import org.vitrine.app.shared.Texts;
import org.vitrine.runs.event.SessionEvent.TextTranslated;

/** A model that writes what belongs to a text, and how it did in the test. To be used on the FX thread. */
public final class TranslatingViewModel {
    /** A test example. */
    public record Sample(String source, String actual, String written) {
        public boolean right() {
            return actual.equals(written);
        }
    }

    /**
     * What the model wrote.
     *
     * @param expected the true text, if the source is a test example
     */
    public record Answer(String source, String text, double probability, Optional<String> expected) {}

    private final Executor fx;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final StringProperty source = new SimpleStringProperty("");
    private final ObservableList<Sample> samples = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Optional<Author> author = Optional.empty();
    private int question;

    /** @param fx runs on the FX thread */
    public TranslatingViewModel(Executor fx) {
        this.fx = fx;
    }

    /** Shows another model; the one before is let go. */
    public void show(String newTitle, List<Sample> newSamples, Author newAuthor) {
        close();
        author = Optional.of(newAuthor);
        title.set(newTitle);
        samples.setAll(newSamples);
        source.set("");
        answer.set(Optional.empty());
        trouble.set("");
    }

    /** Lets the model go. */
    public void close() {
        question++;
        waiting.set(false);
        author.ifPresent(Author::close);
        author = Optional.empty();
    }

    /** Takes a test example's source and asks. */
    public void choose(Sample sample) {
        source.set(sample.source());
        translate();
    }

    /** Asks what belongs to the source; only the last question counts. */
    public void translate() {
        if (author.isEmpty()) {
            return;
        }
        String text = source.get();
        if (text.isBlank()) {
            trouble.set(Texts.get("translate.trouble.source"));
            return;
        }
        int asked = ++question;
        waiting.set(true);
        trouble.set("");
        CompletableFuture<?> unused = author.get()
                .translate(text)
                .whenComplete((given, failure) -> fx.execute(() -> settle(asked, text, given, failure)));
    }

    private void settle(int asked, String text, @Nullable TextTranslated given, @Nullable Throwable failure) {
        if (asked != question) {
            return;
        }
        waiting.set(false);
        if (given != null) {
            Optional<String> expected = samples.stream()
                    .filter(sample -> sample.source().equals(text))
                    .map(Sample::actual)
                    .findFirst();
            answer.set(Optional.of(new Answer(text, given.text(), given.probability(), expected)));
        } else if (failure != null) {
            answer.set(Optional.empty());
            trouble.set(Failures.message(failure));
        }
    }

    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** The text to ask about. */
    public StringProperty source() {
        return source;
    }

    public ObservableList<Sample> samples() {
        return samples;
    }

    public ReadOnlyObjectProperty<Optional<Answer>> answer() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Why there is no answer; else empty. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
