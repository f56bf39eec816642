package org.vitrine.app.explain.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.explain.asking.Asking;
import org.vitrine.app.shared.Background;
import org.vitrine.attribution.effects.Division;
import org.vitrine.attribution.effects.InputParts;
import org.vitrine.datasets.DatasetException;
import org.vitrine.runs.event.SessionEvent.Varied;

/** What counts over the test part: asked for when the page is looked at. To be used on the FX thread. */
public final class EffectsViewModel {
    /** How much is asked. */
    public record Effort(Division by, int parts, int examples, int repeats) {}

    static final int EXAMPLES = 500;
    static final int REPEATS = 5;
    static final int CURVES = 200;
    private static final int MOST_AT_ONCE = 50;

    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<EffectSubject>> subject =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Asking<Importance> importance;
    private final Asking<Dependence> dependence;
    private final ObjectProperty<List<String>> columns = new SimpleObjectProperty<>(List.of());
    private Optional<DataQuestions> questions = Optional.empty();
    private boolean inView;
    private boolean begun;

    public EffectsViewModel(Background background) {
        this.background = background;
        importance = new Asking<>(background.fx());
        dependence = new Asking<>(background.fx());
        importance.answer().subscribe(now -> {
            if (now instanceof Answer.Done<Importance> done && columns.get().isEmpty()) {
                varyMostImportant(done.found());
            }
        });
    }

    /** Opens a model; nothing is asked before somebody looks. */
    public void show(EffectSubject opened, DataQuestions asked) {
        close();
        questions = Optional.of(asked);
        subject.set(Optional.of(opened));
        begin();
    }

    /** Lets the model go. */
    public void close() {
        questions = Optional.empty();
        importance.clear();
        dependence.clear();
        columns.set(List.of());
        begun = false;
        subject.set(Optional.empty());
    }

    /** The page came into view: what is quick is asked at once. */
    public void look() {
        inView = true;
        begin();
    }

    /** The page went out of view: what is being computed goes on. */
    public void leave() {
        inView = false;
    }

    private void begin() {
        if (begun || !inView || subject.get().isEmpty()) {
            return;
        }
        begun = true;
        EffectSubject of = subject.get().get();
        boolean quick = of.importanceRefusal().isEmpty()
                && of.divisions().get(0) != Division.PATCHES
                && of.columns().size() <= MOST_AT_ONCE;
        if (quick) {
            permute(new Effort(of.divisions().get(0), InputParts.USUAL, EXAMPLES, REPEATS));
        } else if (of.dependenceRefusal().isEmpty()) {
            vary(of.columns().subList(0, 1), CURVES);
        }
    }

    /** The model that is shown; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<EffectSubject>> subject() {
        return subject.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Answer<Importance>> importance() {
        return importance.answer();
    }

    public ReadOnlyObjectProperty<Answer<Dependence>> dependence() {
        return dependence.answer();
    }

    /** The column, or the two, that dependence is about; none yet if empty. */
    public ObjectProperty<List<String>> columns() {
        return columns;
    }

    /** Asks how important parts are. */
    public void permute(Effort effort) {
        if (questions.isEmpty() || subject.get().isEmpty()) {
            return;
        }
        EffectSubject of = subject.get().get();
        DataQuestions asked = questions.get();
        importance.ask(
                progress ->
                        asked.permute(effort.by().id(), effort.parts(), effort.examples(), effort.repeats(), progress),
                answer -> answer.thenApply(found -> new Importance(found, of.metric())));
    }

    /** Gives up what was asked of importance. */
    public void stopImportance() {
        importance.stop();
    }

    /** Where parts are no columns, as blocks of time are none, the first column. */
    private void varyMostImportant(Importance found) {
        subject.get().filter(of -> of.dependenceRefusal().isEmpty()).ifPresent(of -> {
            List<String> known = of.columns();
            String column = found.sorted(true).stream()
                    .map(Importance.Row::part)
                    .filter(known::contains)
                    .findFirst()
                    .orElse(known.get(0));
            vary(List.of(column), CURVES);
        });
    }

    /** Asks what the model answers for values of one column, or two. */
    public void vary(List<String> names, int examples) {
        if (questions.isEmpty() || subject.get().isEmpty()) {
            return;
        }
        columns.set(List.copyOf(new ArrayList<>(names)));
        EffectSubject of = subject.get().get();
        DataQuestions asked = questions.get();
        dependence.ask(
                progress -> asked.vary(names, examples, progress),
                answer -> answer.thenApplyAsync(found -> read(of, found), background.workers()));
    }

    /** Gives up what was asked of dependence. */
    public void stopDependence() {
        dependence.stop();
    }

    private static Dependence read(EffectSubject of, Varied found) {
        try {
            return Dependence.read(of.directory(), found);
        } catch (DatasetException e) {
            throw new CompletionException(e);
        }
    }
}
