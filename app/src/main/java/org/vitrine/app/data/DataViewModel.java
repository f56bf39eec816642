package org.vitrine.app.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.data.preview.Look;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.shared.Latest;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.edit.ChangeData;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;

/**
 * The data set that is looked at, which need not be the one that the graph uses. Where it is, edits of its options and steps
 * are edits of the document, and undo shows here.
 */
public final class DataViewModel {
    /** A slider that moves asks many times a second. */
    private static final long SETTLE_MILLIS = 180;

    private final DatasetCatalogue catalogue;
    private final ProjectViewModel project;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<DataReference> shown;
    private final ReadOnlyObjectWrapper<Optional<Look>> look = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private boolean editing;

    public DataViewModel(DatasetCatalogue catalogue, ProjectViewModel project, Latest latest, String first) {
        this.catalogue = catalogue;
        this.project = project;
        this.latest = latest;
        this.shown = new ReadOnlyObjectWrapper<>(DataReference.of(first));
        project.graph().loadsProperty().subscribe(loads -> {
            if (project.open().get()) {
                show(project.graph().document().data());
            }
        });
        project.graph()
                .stateProperty()
                .subscribe(state -> follow(state.document().data()));
    }

    /** Undo, redo, and another document. */
    private void follow(DataReference used) {
        if (project.open().get() && !editing && !used.equals(shown.get()) && isUsed()) {
            look(used, 0);
        }
    }

    /** Looks at a data set. */
    public void show(DataReference reference) {
        if (reference.equals(shown.get()) && (look.get().isPresent() || busy.get())) {
            return;
        }
        look(reference, 0);
    }

    /** Looks again, such as after a download. */
    public void refresh() {
        look.set(Optional.empty());
        look(shown.get(), 0);
    }

    /**
     * Changes the options of the data set that is looked at.
     *
     * @param done false while a slider moves
     */
    public void setOptions(Map<String, String> options, boolean done) {
        change(shown.get().withOptions(options), done ? 0 : SETTLE_MILLIS, done);
    }

    /** Changes its steps. */
    public void setSteps(List<StepReference> steps, boolean done) {
        change(shown.get().withSteps(steps), done ? 0 : SETTLE_MILLIS, done);
    }

    /** Goes back to the steps that the data set proposes. */
    public void resetSteps() {
        DataReference now = shown.get();
        change(new DataReference(now.dataset(), now.options()), 0, true);
    }

    private void change(DataReference next, long delay, boolean done) {
        boolean used = isUsed();
        editing = true;
        if (!next.equals(shown.get())) {
            look(next, delay);
        }
        if (used) {
            if (!next.equals(project.graph().document().data())) {
                project.graph().execute(new ChangeData(next));
            }
            if (done) {
                project.graph().endGesture();
            }
        }
        editing = false;
    }

    /** Whether the graph uses the data set that is looked at, so that edits go into the document. */
    public boolean isUsed() {
        return project.open().get()
                && project.graph()
                        .document()
                        .data()
                        .dataset()
                        .equals(shown.get().dataset());
    }

    private void look(DataReference reference, long delay) {
        boolean other = !reference.dataset().equals(shown.get().dataset());
        shown.set(reference);
        if (other) {
            look.set(Optional.empty());
        }
        busy.set(true);
        Optional<Look> before = look.get();
        latest.run(
                delay,
                () -> Look.at(catalogue, reference, before),
                found -> {
                    look.set(Optional.of(found));
                    trouble.set(found.problem());
                    busy.set(false);
                },
                failure -> {
                    look.set(Optional.empty());
                    trouble.set(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                    busy.set(false);
                });
    }

    public ReadOnlyObjectProperty<DataReference> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What there is to see; empty while another data set is read for the first time, and if it can not be read. */
    public ReadOnlyObjectProperty<Optional<Look>> look() {
        return look.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Why it can not be read, or why its steps lead to nothing a network takes; empty if all is well. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }
}
