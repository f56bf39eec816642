package org.vitrine.app.explain.attention;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.explain.asking.Asking;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.SessionEvent.Attended;

/** Where the model looks in the chosen text; asked for only while somebody wants to see it. To be used on the FX thread. */
public final class AttentionViewModel {
    /**
     * What was found.
     *
     * @param words one for each step
     */
    public record Found(Attention attention, List<String> words) {
        public Found {
            words = List.copyOf(words);
        }
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
    private final Asking<Found> asking;

    public AttentionViewModel(Background background) {
        this.background = background;
        asking = new Asking<>(background.fx());
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

    public ReadOnlyObjectProperty<Answer<Found>> found() {
        return asking.answer();
    }

    /** Another text is looked at, or none. */
    public void about(Optional<Subject> newSubject) {
        if (!newSubject.equals(subject.get())) {
            subject.set(newSubject);
            ask();
        }
    }

    private void ask() {
        if (!wanted.get() || subject.get().isEmpty()) {
            asking.clear();
            return;
        }
        Subject of = subject.get().get();
        asking.askOnce(
                of,
                progress -> of.model().attend(of.example()),
                answer -> answer.thenApplyAsync(found -> read(of, found), background.workers()));
    }

    private static Found read(Subject of, Attended found) {
        try (Npz file = Npz.open(of.directory().resolve(found.file()))) {
            Map<String, Tensor> weights = new LinkedHashMap<>();
            for (String layer : found.layers()) {
                weights.put(layer, file.read(layer));
            }
            return new Found(new Attention(weights), of.words());
        } catch (DatasetException e) {
            throw new CompletionException(e);
        }
    }
}
