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
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.InBlock;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;

/**
 * The state of one open document: its edits, its analysis and the selection. Every change goes through
 * {@link #execute}; the analysis is made anew at each, so what it says is never old. A {@link #scope} shows the same
 * document, or the body of one of its blocks as if it were a document. To be used from one thread.
 */
public final class GraphViewModel {
    private final DocumentEdits edits;
    private final GraphClipboard clipboard;
    private final ReadOnlyObjectWrapper<Optional<NodeId>> block = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<GraphState> state;
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.EMPTY);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoTitle = new ReadOnlyStringWrapper("");
    private final GraphActions actions;

    /**
     * @param analyzer finds shapes and problems; called at each change, so it must be fast
     * @param clipboard where copied layers go
     */
    public GraphViewModel(
            GraphDocument document,
            BiFunction<GraphDocument, Optional<DataSpec>, GraphAnalysis> analyzer,
            GraphClipboard clipboard) {
        this(new DocumentEdits(document, analyzer), clipboard);
    }

    private GraphViewModel(DocumentEdits edits, GraphClipboard clipboard) {
        this.edits = edits;
        this.clipboard = clipboard;
        state = new ReadOnlyObjectWrapper<>(edits.moment().get().whole());
        actions = new GraphActions(this, clipboard);
        edits.moment().addListener((observable, before, now) -> refresh());
        edits.loads().addListener((observable, before, now) -> open(Optional.empty()));
        refresh();
    }

    /**
     * A second look at this document, with a selection of its own, that can go into blocks. What is chosen there is chosen
     * here too, and the other way round; inside of a block that is the block.
     */
    public GraphViewModel scope() {
        GraphViewModel scope = new GraphViewModel(edits, clipboard);
        scope.select(selection.get());
        scope.selection.addListener((observable, before, now) -> select(scope.seenFromOutside()));
        scope.block.addListener((observable, before, now) -> select(scope.seenFromOutside()));
        selection.addListener((observable, before, now) -> {
            if (!now.equals(scope.seenFromOutside())) {
                scope.open(Optional.empty());
                scope.select(now);
            }
        });
        return scope;
    }

    private Selection seenFromOutside() {
        return block.get().map(path -> Selection.of(path.head())).orElse(selection.get());
    }

    /** The block whose body is shown as the document, by its path; empty for the document itself. */
    public ReadOnlyObjectProperty<Optional<NodeId>> blockProperty() {
        return block.getReadOnlyProperty();
    }

    /** Shows the body of a block, or the whole document; a block that is not there is left for what is around it. */
    public void open(Optional<NodeId> path) {
        Optional<NodeId> found = existing(path);
        if (!found.equals(block.get())) {
            edits.seal();
            selection.set(Selection.EMPTY);
            block.set(found);
            refresh();
        }
    }

    /** Goes into a block of what is shown; false if the node is none. */
    public boolean enter(NodeId id) {
        boolean enters = document()
                .graph()
                .node(id)
                .filter(node -> node.layer() instanceof Block)
                .isPresent();
        if (enters) {
            open(Optional.of(block.get().map(id::in).orElse(id)));
        }
        return enters;
    }

    /** Goes out of the block that is shown and chooses it; false if the whole document is shown. */
    public boolean leave() {
        Optional<NodeId> left = block.get();
        left.ifPresent(path -> {
            open(path.parent());
            select(Selection.of(path.last()));
        });
        return left.isPresent();
    }

    /** The whole document, whatever is shown of it. */
    public GraphDocument whole() {
        return edits.moment().get().whole().document();
    }

    private Optional<NodeId> existing(Optional<NodeId> path) {
        Optional<NodeId> found = path;
        while (found.isPresent()
                && whole().graph()
                        .find(found.get())
                        .filter(node -> node.layer() instanceof Block)
                        .isEmpty()) {
            found = found.get().parent();
        }
        return found;
    }

    /** What can be done to the document beyond single edits. */
    public GraphActions actions() {
        return actions;
    }

    /** Applies an edit; one that changes nothing leaves no step. */
    public void execute(GraphEdit edit) {
        edits.execute(placed(edit));
    }

    private GraphEdit placed(GraphEdit edit) {
        return block.get().<GraphEdit>map(path -> new InBlock(path, edit)).orElse(edit);
    }

    /** Ends a gesture: the next edit is a step of undo of its own. */
    public void endGesture() {
        edits.seal();
    }

    public void undo() {
        edits.undo();
    }

    public void redo() {
        edits.redo();
    }

    /** Opens another document: history and selection begin anew. */
    public void load(GraphDocument document, Optional<DataSpec> dataSpec) {
        selection.set(Selection.EMPTY);
        edits.load(document, dataSpec);
    }

    /** Completes the document as it was opened, such as by positions for nodes without one: nothing to undo or save. */
    public void completeLoaded(GraphEdit edit) {
        edits.complete(placed(edit));
    }

    public void markSaved() {
        edits.markSaved();
    }

    /** Makes the document count as changed, until it is saved. */
    public void markUnsaved() {
        edits.markUnsaved();
    }

    /** Chooses; what does not exist is left out. */
    public void select(Selection wanted) {
        selection.set(wanted.retainedIn(document()));
    }

    public void selectAll() {
        Set<NodeId> all = document().graph().nodes().stream().map(Node::id).collect(Collectors.toSet());
        selection.set(new Selection(
                all,
                Set.copyOf(document().graph().edges()),
                Set.copyOf(document().annotations().ids())));
    }

    public void clearSelection() {
        selection.set(Selection.EMPTY);
    }

    private void refresh() {
        DocumentEdits.Moment now = edits.moment().get();
        Optional<NodeId> found = existing(block.get());
        GraphState whole = now.whole();
        GraphState shown = found.map(path -> new GraphState(
                        whole.document().inside(path), whole.analysis().inside(path)))
                .orElse(whole);
        selection.set(found.equals(block.get()) ? selection.get().retainedIn(shown.document()) : Selection.EMPTY);
        block.set(found);
        state.set(shown);
        canUndo.set(now.history().canUndo());
        canRedo.set(now.history().canRedo());
        dirty.set(now.history().isDirty());
        undoTitle.set(now.history().undoName().map(GraphViewModel::editName).orElse(""));
        redoTitle.set(now.history().redoName().map(GraphViewModel::editName).orElse(""));
    }

    private static String editName(String key) {
        return Texts.find("edit." + key).orElseGet(() -> Texts.text("edit.other"));
    }

    /** What is shown: the document, or the body of a block. */
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
        return edits.data();
    }

    public Optional<DataSpec> data() {
        return edits.data().get();
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
        return edits.loads().getReadOnlyProperty();
    }
}
