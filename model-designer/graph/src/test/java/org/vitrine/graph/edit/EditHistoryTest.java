package org.vitrine.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

class EditHistoryTest {
    private static final NodeId NODE = new NodeId("n6");
    private final GraphDocument start = Graphs.lenet();

    @Test
    void aGestureIsOneStep() {
        EditHistory history = EditHistory.of(start);
        for (int x = 1; x <= 20; x++) {
            history = history.apply(move(x));
        }
        assertThat(history.undoName()).contains("MoveNodes");
        assertThat(history.undo().document()).isEqualTo(start);
        assertThat(history.undo().canUndo()).isFalse();
        assertThat(history.undo().redo().document()).isEqualTo(history.document());
    }

    @Test
    void aSealEndsTheGesture() {
        EditHistory history =
                EditHistory.of(start).apply(move(1)).apply(move(2)).sealed().apply(move(3));
        assertThat(history.undo().document().layout().get(NODE)).isEqualTo(new Position(2, 0));
        assertThat(history.undo().undo().document()).isEqualTo(start);
    }

    @Test
    void aGestureThatEndsWhereItBeganIsNoStep() {
        EditHistory history = EditHistory.of(start).apply(units(64)).sealed();
        EditHistory there = history.apply(units(65)).apply(units(66));
        EditHistory back = there.apply(units(64));
        assertThat(back.document()).isEqualTo(history.document());
        assertThat(back.undo().document()).isEqualTo(start);
        assertThat(back.apply(units(70)).undo().document()).isEqualTo(history.document());
    }

    @Test
    void gesturesOnDifferentNodesAreDifferentSteps() {
        EditHistory history = EditHistory.of(start)
                .apply(units(64))
                .apply(new ReplaceLayer(new NodeId("n7"), new Dense(3, Activation.RELU)));
        assertThat(history.undo().document()).isEqualTo(units(64).apply(start));
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        EditHistory history = EditHistory.of(start);
        assertThat(history.apply(new ChangeTitle(start.title(), start.notes()))).isSameAs(history);
        assertThat(history.undo()).isSameAs(history);
        assertThat(history.redo()).isSameAs(history);
    }

    @Test
    void aNewEditForgetsWhatCouldBeRedone() {
        EditHistory history = EditHistory.of(start).apply(units(3)).undo().apply(move(5));
        assertThat(history.canRedo()).isFalse();
        assertThat(history.redoName()).isEmpty();
    }

    @Test
    void theSavedDocumentIsRemembered() {
        EditHistory history = EditHistory.of(start).apply(units(3)).markSaved();
        assertThat(history.isDirty()).isFalse();
        assertThat(history.undo().isDirty()).isTrue();
        assertThat(history.undo().redo().isDirty()).isFalse();
        assertThat(history.apply(units(4)).isDirty()).isTrue();
        assertThat(history.apply(units(4)).undo().document()).isEqualTo(history.document());
    }

    @Test
    void veryOldStepsAreForgotten() {
        EditHistory history = EditHistory.of(start);
        for (int i = 1; i <= EditHistory.LIMIT + 50; i++) {
            history = history.apply(move(i)).sealed();
        }
        int steps = 0;
        while (history.canUndo()) {
            history = history.undo();
            steps++;
        }
        assertThat(steps).isEqualTo(EditHistory.LIMIT);
        assertThat(history.document().layout().get(NODE)).isEqualTo(new Position(50, 0));
    }

    private static GraphEdit move(int x) {
        return new MoveNodes(Map.of(NODE, new Position(x, 0)));
    }

    private static GraphEdit units(int units) {
        return new ReplaceLayer(NODE, new Dense(units, Activation.RELU));
    }
}
