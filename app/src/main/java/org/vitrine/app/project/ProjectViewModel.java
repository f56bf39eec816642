package org.vitrine.app.project;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.editor.model.GraphClipboard;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;

/** The open document: its graph, its file, its data set. One at a time. To be used on the FX thread. */
public final class ProjectViewModel {
    private final GraphViewModel graph;
    private final DataLoader data;
    private final Background background;
    private final AutosaveStore autosave;
    private final VersionStore versions = VersionStore.standard();
    private final Background writer;
    private final Consumer<String> errors;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper saves = new ReadOnlyIntegerWrapper();
    private final Set<Path> withoutHistory = new HashSet<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final StringBinding whyNotTrain;

    /**
     * @param writer one thread at which saves and autosaves happen in order
     * @param errors shows one message to the user
     */
    public ProjectViewModel(
            DatasetCatalogue catalogue,
            GraphClipboard clipboard,
            Background background,
            Executor writer,
            AutosaveStore autosave,
            Consumer<String> errors) {
        this.background = background;
        this.writer = new Background(writer, background.fx());
        this.autosave = autosave;
        this.errors = errors;
        GraphDocument empty = blank(DataReference.of("mnist"));
        graph = new GraphViewModel(empty, GraphAnalyzer::analyze, clipboard);
        data = new DataLoader(catalogue, background);
        graph.stateProperty().subscribe(state -> {
            if (open.get()) {
                data.load(state.document().data());
            }
        });
        data.state().subscribe(state -> {
            if (state instanceof DataState.Ready ready) {
                graph.dataProperty().set(Optional.of(ready.dataset().spec()));
            } else if (state instanceof DataState.Failed) {
                graph.dataProperty().set(Optional.empty());
            }
        });
        whyNotTrain = Bindings.createStringBinding(this::trainingObstacle, graph.stateProperty(), data.state(), open);
    }

    private static GraphDocument blank(DataReference data) {
        return new GraphDocument(
                Texts.get("project.untitled"),
                "",
                data,
                ModelGraph.EMPTY,
                java.util.Map.of(),
                TrainingSettings.DEFAULT);
    }

    public GraphViewModel graph() {
        return graph;
    }

    public DataLoader data() {
        return data;
    }

    /** Where the document lives; empty if it was never saved, as examples are. */
    public ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    /** Whether there is a document at all; before the first, the welcome page shows. */
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** Why the document can not be trained now; empty when it can. */
    public StringBinding whyNotTrain() {
        return whyNotTrain;
    }

    private String trainingObstacle() {
        if (!open.get()) {
            return Texts.get("train.why.closed");
        }
        if (graph.document().data().dataset().isBlank()) {
            return Texts.get("train.why.noData");
        }
        if (data.state().get() instanceof DataState.Failed failed) {
            return failed.message();
        }
        if (!(data.state().get() instanceof DataState.Ready ready)
                || !ready.reference().equals(graph.document().data())) {
            return Texts.get("train.why.loading");
        }
        return graph.analysis().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .findFirst()
                .map(Problem::what)
                .orElse("");
    }

    /** Opens a document that has no file of its own: an example, or the graph of a run. */
    public void openUnsaved(Callable<GraphDocument> source, Runnable done) {
        read(source, null, done);
    }

    /** Brings back edits that an earlier workbench could not save; they are unsaved still. */
    public void recover(AutosaveStore.Recovered recovered) {
        show(recovered.document(), recovered.file().orElse(null));
        graph.markUnsaved();
    }

    /** Starts an empty graph on a data set. */
    public void create(DataReference reference) {
        show(blank(reference), null);
    }

    /** Reads a file and opens it; one that can not be read leaves the open document as it is. */
    public void open(Path path, Runnable done) {
        read(() -> DocumentJson.read(path), path, done);
    }

    private void read(Callable<GraphDocument> source, @Nullable Path path, Runnable done) {
        background.run(
                source,
                document -> {
                    show(document, path);
                    done.run();
                },
                failure -> errors.accept(String.valueOf(failure.getMessage())));
    }

    private void show(GraphDocument document, @Nullable Path path) {
        file.set(Optional.ofNullable(path));
        open.set(true);
        graph.load(document, Optional.empty());
        data.load(document.data());
        if (data.state().get() instanceof DataState.Ready ready) {
            graph.dataProperty().set(Optional.of(ready.dataset().spec()));
        }
    }

    /** Writes the document to {@code path}, which becomes its file. Edits made meanwhile stay unsaved. */
    public void save(Path path, Runnable done) {
        GraphDocument document = graph.document();
        writer.run(
                () -> {
                    String untold = keep(() -> versions.keepPresent(path));
                    DocumentJson.write(document, path);
                    return untold + keep(() -> versions.keep(path, document, Instant.now()));
                },
                untold -> {
                    file.set(Optional.of(path));
                    saves.set(saves.get() + 1);
                    if (!untold.isEmpty() && withoutHistory.add(path.toAbsolutePath())) {
                        errors.accept(Texts.format("history.failed", path));
                    }
                    if (graph.document().equals(document)) {
                        graph.markSaved();
                        forgetAutosave();
                    }
                    done.run();
                },
                failure -> errors.accept(Texts.format("save.failed", path, String.valueOf(failure.getMessage()))));
    }

    @FunctionalInterface
    private interface Keeping {
        void keep() throws IOException;
    }

    /** A folder that takes no history is no reason not to save: what went wrong in words, empty if nothing did. */
    private static String keep(Keeping keeping) {
        try {
            keeping.keep();
            return "";
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    /** Earlier versions of documents. */
    public VersionStore versions() {
        return versions;
    }

    /** Counts the saves: then there is a version more. */
    public ReadOnlyIntegerProperty savesProperty() {
        return saves.getReadOnlyProperty();
    }

    /** Keeps unsaved edits where the next start finds them. */
    public void autosave() {
        if (!open.get() || !graph.dirtyProperty().get()) {
            return;
        }
        GraphDocument document = graph.document();
        Optional<Path> belongsTo = file.get();
        writer.run(
                () -> {
                    autosave.keep(document, belongsTo.orElse(null));
                    return document;
                },
                kept -> {},
                failure -> errors.accept(Texts.format("autosave.failed", String.valueOf(failure.getMessage()))));
    }

    /** The edits were saved or given up: nothing to recover any more. */
    public void forgetAutosave() {
        writer.run(
                () -> {
                    autosave.forget();
                    return true;
                },
                done -> {},
                failure -> errors.accept(Texts.format("autosave.failed", String.valueOf(failure.getMessage()))));
    }
}
