package org.vitrine.app.design.imported;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.exchange.keras.KerasImport;
import org.vitrine.exchange.keras.KerasImportException;
import org.vitrine.exchange.keras.KerasImporter;
import org.vitrine.exchange.keras.WeightsFit;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;

/** The model that was imported last: a document is open with its graph, its weights are kept for a run. */
public final class ImportedViewModel {
    private static final int MISFITS_TOLD = 5;

    private final ProjectViewModel project;
    private final Background background;
    private final Actions actions;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Nothing());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final StringBinding whyNoRun;

    /** What the panel shows. */
    public sealed interface State {}

    /** Nothing was imported yet. */
    public record Nothing() implements State {}

    /** A model that came in. */
    public record Imported(String file, KerasImport model) implements State {}

    /** A file that could not be imported, and why. */
    public record Refused(String file, List<String> problems) implements State {}

    /** What is done with a model. */
    public interface Actions {
        /** Opens a document that has no file of its own, unless the user would rather keep the open one. */
        void open(Callable<GraphDocument> document);

        /** Makes a finished run of the open document and these weights. */
        RunDirectory makeRun(GraphDocument document, KerasImport model, String source) throws RunException;

        /** Leads to the run. */
        void watch(RunDirectory run);

        void tell(String error);
    }

    public ImportedViewModel(ProjectViewModel project, Background background, Actions actions) {
        this.project = project;
        this.background = background;
        this.actions = actions;
        whyNoRun = Bindings.createStringBinding(
                this::obstacle, state, project.graph().stateProperty(), project.whyNotTrain());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a file is being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Why no run can be made of the weights now; empty if it can. */
    public StringBinding whyNoRun() {
        return whyNoRun;
    }

    /** Reads a file in the background and opens its graph. */
    public void importFile(Path file) {
        reading.set(true);
        String name = String.valueOf(file.getFileName());
        Consumer<KerasImport> done = model -> {
            reading.set(false);
            state.set(new Imported(name, model));
            actions.open(model::document);
        };
        background.run(() -> KerasImporter.read(file), done, failure -> {
            reading.set(false);
            state.set(new Refused(
                    name,
                    failure instanceof KerasImportException refusal
                            ? refusal.problems()
                            : List.of(String.valueOf(failure.getMessage()))));
        });
    }

    private String obstacle() {
        if (!(state.get() instanceof Imported imported)) {
            return Texts.get("imported.why.none");
        }
        Optional<DataSpec> data = project.graph().data();
        if (project.graph().document().data().dataset().isBlank() || data.isEmpty()) {
            return Texts.format(
                    "imported.why.data",
                    imported.model().data().input().text(),
                    imported.model().data().target().text());
        }
        List<String> misfits = WeightsFit.misfits(
                project.graph().document(), data.get(), imported.model().weights());
        if (!misfits.isEmpty()) {
            return Texts.format(
                    "imported.why.misfit",
                    misfits.stream().limit(MISFITS_TOLD).collect(Collectors.joining(", ")),
                    imported.model().data().input().text(),
                    imported.model().data().target().text());
        }
        return project.whyNotTrain().get();
    }

    /** Makes a finished run of the open document and the weights, to be tested, explained and trained further. */
    public void makeRun() {
        if (state.get() instanceof Imported imported && whyNoRun.get().isEmpty()) {
            GraphDocument document = project.graph().document();
            background.run(
                    () -> actions.makeRun(document, imported.model(), imported.file()),
                    actions::watch,
                    failure -> actions.tell(String.valueOf(failure.getMessage())));
        }
    }
}
