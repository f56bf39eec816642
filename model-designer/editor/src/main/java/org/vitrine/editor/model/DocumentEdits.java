package org.vitrine.editor.model;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.edit.EditHistory;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.shape.DataSpec;

/** The one history of a document, which the view models of the document and of the blocks in it share. */
final class DocumentEdits {

    /** A moment: the history's cursor and what the analysis says there. */
    record Moment(EditHistory history, GraphState whole) {}

    private final BiFunction<GraphDocument, Optional<DataSpec>, GraphAnalysis> analyzer;
    private final ObjectProperty<Optional<DataSpec>> data = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Integer> loads = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<Moment> moment;
    private EditHistory history;

    DocumentEdits(GraphDocument document, BiFunction<GraphDocument, Optional<DataSpec>, GraphAnalysis> analyzer) {
        this.analyzer = analyzer;
        history = EditHistory.of(document);
        moment = new ReadOnlyObjectWrapper<>(
                new Moment(history, new GraphState(document, analyzer.apply(document, data.get()))));
        data.addListener((observable, before, now) -> refresh());
    }

    ReadOnlyObjectWrapper<Moment> moment() {
        return moment;
    }

    ReadOnlyObjectWrapper<Integer> loads() {
        return loads;
    }

    ObjectProperty<Optional<DataSpec>> data() {
        return data;
    }

    void execute(GraphEdit edit) {
        moveTo(history.apply(edit));
    }

    void seal() {
        history = history.sealed();
    }

    void undo() {
        moveTo(history.undo());
    }

    void redo() {
        moveTo(history.redo());
    }

    void load(GraphDocument document, Optional<DataSpec> dataSpec) {
        history = EditHistory.of(document);
        if (data.get().equals(dataSpec)) {
            refresh();
        } else {
            data.set(dataSpec);
        }
        loads.set(loads.get() + 1);
    }

    void complete(GraphEdit edit) {
        boolean clean = !history.isDirty();
        if (clean && !history.canUndo() && !history.canRedo()) {
            history = EditHistory.of(edit.apply(history.document()));
            refresh();
        } else {
            execute(edit);
        }
    }

    void markSaved() {
        history = history.markSaved();
        refresh();
    }

    void markUnsaved() {
        history = history.markUnsaved();
        refresh();
    }

    private void moveTo(EditHistory next) {
        if (next != history) {
            history = next;
            refresh();
        }
    }

    private void refresh() {
        GraphDocument document = history.document();
        moment.set(new Moment(history, new GraphState(document, analyzer.apply(document, data.get()))));
    }
}
