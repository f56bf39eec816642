package org.vitrine.app.evaluate;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.store.RunDirectory;

/**
 * The evaluation of the run that is shown. Its data are read when somebody looks, off the window's thread. To be used on the
 * FX thread.
 */
public final class EvaluateViewModel implements AutoCloseable {

    /** An evaluation with its data, and what is looked at of it. */
    public record Opened(
            RunDirectory run, Tested tested, TestExamples examples, Choice choice, ProjectionViewModel projection) {}

    private final DatasetCatalogue catalogue;
    private final Background background;
    private final Function<RunDirectory, LayerReader> readers;
    private final ObjectProperty<Optional<RunDirectory>> run = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<TestEvaluation>> evaluation = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Optional<TestEvaluation> asked = Optional.empty();

    /** @param readers tells what leaves the layers of a run's model */
    public EvaluateViewModel(
            DatasetCatalogue catalogue, Background background, Function<RunDirectory, LayerReader> readers) {
        this.catalogue = catalogue;
        this.background = background;
        this.readers = readers;
        evaluation.subscribe(now -> look());
        active.subscribe(now -> look());
    }

    /** The run that is shown; to be set before its evaluation. */
    public ObjectProperty<Optional<RunDirectory>> run() {
        return run;
    }

    /** What it scored, once it was tested. */
    public ObjectProperty<Optional<TestEvaluation>> evaluation() {
        return evaluation;
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    public ReadOnlyObjectProperty<Optional<Opened>> opened() {
        return opened.getReadOnlyProperty();
    }

    /** Why the data can not be shown; empty if they can. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    private void look() {
        Optional<TestEvaluation> now = evaluation.get();
        if (now.isEmpty()) {
            asked = now;
            close();
            return;
        }
        if (!active.get() || now.equals(asked) || run.get().isEmpty()) {
            return;
        }
        close();
        asked = now;
        trouble.set("");
        RunDirectory directory = run.get().get();
        background.run(
                () -> Tested.read(directory, catalogue),
                tested -> {
                    if (now.equals(asked)) {
                        tested.ifPresent(read -> open(directory, read));
                    }
                },
                failure -> {
                    if (now.equals(asked)) {
                        trouble.set(String.valueOf(failure.getMessage()));
                    }
                });
    }

    private void open(RunDirectory directory, Tested tested) {
        opened.set(Optional.of(new Opened(
                directory,
                tested,
                new TestExamples(tested),
                new Choice(),
                new ProjectionViewModel(readers.apply(directory), background))));
    }

    @Override
    public void close() {
        opened.get().ifPresent(before -> before.projection().close());
        opened.set(Optional.empty());
    }
}
