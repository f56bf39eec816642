package org.vitrine.app.data.check;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.data.preview.Look;
import org.vitrine.app.data.preview.Shown;
import org.vitrine.app.data.preview.ShownExamples;
import org.vitrine.app.shared.Latest;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.check.Duplicate;
import org.vitrine.datasets.check.Leakage;
import org.vitrine.datasets.check.LeakageCheck;

/** Looks for examples that stand in two parts, when it is asked to: that takes seconds. */
public final class ChecksViewModel {
    private final ReadOnlyObjectProperty<Optional<Look>> look;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<Optional<Leakage>> leakage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Optional<RawDataset> checked = Optional.empty();
    private boolean wanted;

    /** Two examples that are the same, or nearly. */
    public record Pair(Shown first, Shown second) {}

    public ChecksViewModel(ReadOnlyObjectProperty<Optional<Look>> look, Latest latest) {
        this.look = look;
        this.latest = latest;
        look.subscribe(now -> check());
    }

    /** Whether anybody looks at the result; nothing is computed else. */
    public void setWanted(boolean looked) {
        wanted = looked;
        check();
    }

    private void check() {
        Optional<RawDataset> raw = look.get().map(Look::raw);
        if (raw.isEmpty() || !raw.equals(checked)) {
            latest.cancel();
            leakage.set(Optional.empty());
            busy.set(false);
            checked = Optional.empty();
        }
        if (!wanted || raw.isEmpty() || raw.equals(checked)) {
            return;
        }
        checked = raw;
        busy.set(true);
        trouble.set("");
        Stage stage = raw.get().stage();
        latest.run(
                0,
                () -> LeakageCheck.of(stage),
                found -> {
                    leakage.set(Optional.of(found));
                    busy.set(false);
                },
                failure -> {
                    trouble.set(String.valueOf(failure.getMessage()));
                    busy.set(false);
                });
    }

    /** The two examples of a find; reads them, so off the FX thread. */
    public static Pair pair(Look look, Leakage.Overlap overlap, Duplicate duplicate) {
        return new Pair(
                shown(look, overlap.first(), duplicate.first()), shown(look, overlap.second(), duplicate.second()));
    }

    private static Shown shown(Look look, Part part, int index) {
        Stage stage = look.raw().stage();
        return ShownExamples.of(
                stage.content(), stage.targets(), stage.part(part).example(index));
    }

    public ReadOnlyObjectProperty<Optional<Look>> look() {
        return look;
    }

    /** What was found; empty before it is known. */
    public ReadOnlyObjectProperty<Optional<Leakage>> leakage() {
        return leakage.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
