package org.vitrine.editor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.editor.model.Graphs.edge;
import static org.vitrine.editor.model.Graphs.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.edit.AddNode;
import org.vitrine.graph.edit.MoveNodes;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.shape.Flat;

class GraphViewModelTest {
    private final GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);

    @Test
    void shapesFollowEachEdit() {
        model.execute(new ReplaceLayer(id("dense"), new Dense(7, Activation.TANH)));

        assertThat(model.analysis().output(id("dense"))).contains(new Flat(7));
        assertThat(model.analysis().parameters()).isEqualTo(5 * 7 + 8 * 3);
    }

    @Test
    void documentAndAnalysisChangeTogether() {
        List<GraphState> seen = new ArrayList<>();
        model.stateProperty().addListener((observable, before, now) -> seen.add(now));

        model.execute(new ReplaceLayer(id("dense"), new Dense(7, Activation.TANH)));

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).document().graph().layer(id("dense"))).isEqualTo(new Dense(7, Activation.TANH));
        assertThat(seen.get(0).analysis().output(id("dense"))).contains(new Flat(7));
    }

    @Test
    void undoRestoresTheDocumentAndRedoBringsTheEditBack() {
        GraphDocument before = model.document();
        model.execute(new AddNode(new Node(id("flatten"), new Flatten()), new Position(300, 0)));
        GraphDocument after = model.document();
        assertThat(model.undoTitleProperty().get()).isEqualTo("Add layer");
        assertThat(model.dirtyProperty().get()).isTrue();

        model.undo();
        assertThat(model.document()).isEqualTo(before);
        assertThat(model.canUndoProperty().get()).isFalse();
        assertThat(model.redoTitleProperty().get()).isEqualTo("Add layer");
        assertThat(model.dirtyProperty().get()).isFalse();

        model.redo();
        assertThat(model.document()).isEqualTo(after);
        assertThat(model.canRedoProperty().get()).isFalse();
    }

    @Test
    void typingInOneFieldIsOneStepUntilTheGestureEnds() {
        model.execute(new ReplaceLayer(id("dense"), new Dense(1, Activation.RELU)));
        model.execute(new ReplaceLayer(id("dense"), new Dense(12, Activation.RELU)));
        model.endGesture();
        model.execute(new ReplaceLayer(id("dense"), new Dense(12, Activation.TANH)));

        model.undo();
        assertThat(model.document().graph().layer(id("dense"))).isEqualTo(new Dense(12, Activation.RELU));
        model.undo();
        assertThat(model.document().graph().layer(id("dense"))).isEqualTo(new Dense(16, Activation.RELU));
    }

    @Test
    void theSelectionLosesWhatAnEditRemoves() {
        model.selectAll();
        assertThat(model.selection().size()).isEqualTo(5);

        model.select(Selection.of(id("dense")));
        model.actions().delete();

        assertThat(model.selection().isEmpty()).isTrue();
        assertThat(model.document().graph().edges()).isEmpty();
    }

    @Test
    void whatDoesNotExistCanNotBeSelected() {
        model.select(new Selection(java.util.Set.of(id("ghost"), id("dense")), java.util.Set.of(edge("a", "b", 0))));

        assertThat(model.selection()).isEqualTo(Selection.of(id("dense")));
    }

    @Test
    void savingCleansAndUndoingPastTheSavedStateDirties() {
        model.execute(new ReplaceLayer(id("dense"), new Dense(1, Activation.RELU)));
        model.markSaved();
        assertThat(model.dirtyProperty().get()).isFalse();

        model.undo();
        assertThat(model.dirtyProperty().get()).isTrue();
    }

    @Test
    void loadingBeginsAnew() {
        model.execute(new ReplaceLayer(id("dense"), new Dense(1, Activation.RELU)));
        model.selectAll();

        model.load(Graphs.lenet(), Optional.of(Graphs.DIGITS));

        assertThat(model.canUndoProperty().get()).isFalse();
        assertThat(model.dirtyProperty().get()).isFalse();
        assertThat(model.selection().isEmpty()).isTrue();
        assertThat(model.analysis().output(id("conv2")).orElseThrow().text()).isEqualTo("16 × 10 × 10");
        assertThat(model.loadsProperty().get()).isEqualTo(1);
    }

    @Test
    void positionsGivenOnOpeningAreNeitherAnEditNorAChange() {
        model.load(Graphs.lenet(), Optional.of(Graphs.DIGITS));

        model.completeLoaded(new MoveNodes(Map.of(id("conv1"), new Position(8, 16))));

        assertThat(model.document().layout()).containsEntry(id("conv1"), new Position(8, 16));
        assertThat(model.canUndoProperty().get()).isFalse();
        assertThat(model.dirtyProperty().get()).isFalse();
    }

    @Test
    void positionsThatComeAfterTheFirstEditKeepThatEdit() {
        model.load(Graphs.lenet(), Optional.of(Graphs.DIGITS));
        model.execute(new ReplaceLayer(id("dense1"), new Dense(1, Activation.RELU)));

        model.completeLoaded(new MoveNodes(Map.of(id("conv1"), new Position(8, 16))));
        model.undo();

        assertThat(model.document().layout()).isEmpty();
        assertThat(model.document().graph().layer(id("dense1"))).isEqualTo(new Dense(1, Activation.RELU));
    }

    @Test
    void anotherDataSetIsAnalysedAtOnce() {
        model.dataProperty().set(Optional.of(Graphs.DIGITS));
        assertThat(model.analysis().output(id("output"))).contains(new Flat(10));

        model.dataProperty().set(Optional.empty());
        assertThat(model.analysis().output(id("output"))).isEmpty();
    }
}
