package org.vitrine.editor.model;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.edit.EditHistory;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;

/**
 * The state of one open document: its edits, its analysis and the selection. Every change goes through
 * {@link #execute}; the analysis is made anew at each, so what it says is never old. To be used from one thread.
 */
public final class GraphViewModel {
    private final BiFunction<GraphDocument, Optional<DataSpec>, GraphAnalysis> analyzer;
    private final ObjectProperty<Optional<DataSpec>> data = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<GraphState> state;
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.EMPTY);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Integer> loads = new ReadOnlyObjectWrapper<>(0);
    private final GraphActions actions;
    private EditHistory history;

    /**
     * @param analyzer finds shapes and problems; called at each change, so it must be fast
     * @param clipboard where copied layers go
     */
    public GraphViewModel(
            GraphDocument document,
            BiFunction<GraphDocument, Optional<DataSpec>, GraphAnalysis> analyzer,
            GraphClipboard clipboard) {
        this.analyzer = analyzer;
        history = EditHistory.of(document);
        state = new ReadOnlyObjectWrapper<>(new GraphState(document, analyzer.apply(document, data.get())));
        actions = new GraphActions(this, clipboard);
        data.addListener((observable, before, now) -> refresh());
    }

    /** What can be done to the document beyond single edits. */
    public GraphActions actions() {
        return actions;
    }

    /** Applies an edit; one that changes nothing leaves no step. */
    public void execute(GraphEdit edit) {
        moveTo(history.apply(edit));
    }

    /** Ends a gesture: the next edit is a step of undo of its own. */
    public void endGesture() {
        history = history.sealed();
    }

    public void undo() {
        moveTo(history.undo());
    }

    public void redo() {
        moveTo(history.redo());
    }

    /** Opens another document: history and selection begin anew. */
    public void load(GraphDocument document, Optional<DataSpec> dataSpec) {
        selection.set(Selection.EMPTY);
        history = EditHistory.of(document);
        if (data.get().equals(dataSpec)) {
            refresh();
        } else {
            data.set(dataSpec);
        }
        loads.set(loads.get() + 1);
    }

    /** Completes the document as it was opened, such as by positions for nodes without one: nothing to undo or save. */
    public void completeLoaded(GraphEdit edit) {
        boolean clean = !history.isDirty();
        if (clean && !history.canUndo() && !history.canRedo()) {
            history = EditHistory.of(edit.apply(history.document()));
            refresh();
        } else {
            execute(edit);
        }
    }

    public void markSaved() {
        history = history.markSaved();
        refresh();
    }

    /** Makes the document count as changed, until it is saved. */
    public void markUnsaved() {
        history = history.markUnsaved();
        refresh();
    }

    /** Chooses; what does not exist is left out. */
    public void select(Selection wanted) {
        selection.set(wanted.retainedIn(document().graph()));
    }

    public void selectAll() {
        Set<NodeId> all = document().graph().nodes().stream().map(Node::id).collect(Collectors.toSet());
        selection.set(new Selection(all, Set.copyOf(document().graph().edges())));
    }

    public void clearSelection() {
        selection.set(Selection.EMPTY);
    }

    private void moveTo(EditHistory next) {
        if (next != history) {
            history = next;
            refresh();
        }
    }

    private void refresh() {
        GraphDocument document = history.document();
        selection.set(selection.get().retainedIn(document.graph()));
        state.set(new GraphState(document, analyzer.apply(document, data.get())));
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        dirty.set(history.isDirty());
        undoTitle.set(history.undoName().map(GraphViewModel::editName).orElse(""));
        redoTitle.set(history.redoName().map(GraphViewModel::editName).orElse(""));
    }

    private static String editName(String key) {
        return Texts.find("edit." + key).orElseGet(() -> Texts.text("edit.other"));
    }

    public GraphDocument document() {
        return state.get().document();
    }

    public GraphAnalysis analysis() {
        return state.get().analysis();
    }

    /** Document and analysis, always of the same moment. */
    public ReadOnlyObjectProperty<GraphState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public GraphState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public Selection selection() {
        return selection.get();
    }

    /** What the chosen data set offers; empty while it is unknown. */
    public ObjectProperty<Optional<DataSpec>> dataProperty() {
        return data;
    }

    public Optional<DataSpec> data() {
        return data.get();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether the document differs from the saved one. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** The name of the edit that undo takes back; empty if there is none. */
    public ReadOnlyStringProperty undoTitleProperty() {
        return undoTitle.getReadOnlyProperty();
    }

    /** The name of the edit that redo brings back; empty if there is none. */
    public ReadOnlyStringProperty redoTitleProperty() {
        return redoTitle.getReadOnlyProperty();
    }

    /** Counts the documents opened: it changes when the canvas should fit a new one. */
    public ReadOnlyObjectProperty<Integer> loadsProperty() {
        return loads.getReadOnlyProperty();
    }
}
