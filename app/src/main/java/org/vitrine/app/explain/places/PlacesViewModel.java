package org.vitrine.app.explain.places;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.app.explain.asking.Answer;
import org.vitrine.app.explain.asking.Asking;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.runs.event.SessionEvent.PlacesTold;

/** The place of an example whose scores are explained: first where the model is surest. To be used on the FX thread. */
public final class PlacesViewModel {
    /**
     * An example that a model tells place by place.
     *
     * @param directory against which files of answers resolve
     */
    public record Subject(TellsPlaces model, Path directory, int example) {}

    private final Background background;
    private final Asking<Told> asking;
    private final ObjectProperty<OptionalInt> place = new SimpleObjectProperty<>(OptionalInt.empty());

    public PlacesViewModel(Background background) {
        this.background = background;
        asking = new Asking<>(background.fx());
        asking.answer().subscribe(answer -> surest());
    }

    /** What the model says at each place. */
    public ReadOnlyObjectProperty<Answer<Told>> told() {
        return asking.answer();
    }

    /** The place that is explained; empty until it is known what the model says. */
    public ObjectProperty<OptionalInt> place() {
        return place;
    }

    /** Goes back to the place where the model is surest. */
    public void surest() {
        place.set(told().get().done().map(told -> OptionalInt.of(told.surest())).orElse(OptionalInt.empty()));
    }

    /** Chooses a place that is there and no padding; others are left alone. */
    public void choose(int wanted) {
        told().get()
                .done()
                .filter(told -> wanted >= 0 && wanted < told.count() && told.isReal(wanted))
                .ifPresent(told -> place.set(OptionalInt.of(wanted)));
    }

    /** Another example is looked at, or none. */
    public void about(Optional<Subject> subject) {
        if (subject.isEmpty()) {
            asking.clear();
            return;
        }
        Subject of = subject.get();
        asking.askOnce(
                of,
                progress -> of.model().places(of.example()),
                answer -> answer.thenApplyAsync(found -> read(of, found), background.workers()));
    }

    private static Told read(Subject of, PlacesTold found) {
        try {
            return new Told(Npy.read(of.directory().resolve(found.file())), found.surest());
        } catch (DatasetException e) {
            throw new CompletionException(e);
        }
    }
}
