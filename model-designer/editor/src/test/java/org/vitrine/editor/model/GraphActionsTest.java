package org.vitrine.editor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.editor.model.Graphs.edge;
import static org.vitrine.editor.model.Graphs.id;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.analysis.Fix;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

class GraphActionsTest {
    private final GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
    private final GraphActions actions = model.actions();

    private ModelGraph graph() {
        return model.document().graph();
    }

    @Test
    void layersAddedOneAfterAnotherBecomeAChain() {
        model.load(Graphs.empty(), model.data());

        for (LayerSpec layer : List.of(new Input(), new Dense(8, Activation.RELU), new ClassificationOutput())) {
            actions.add(layer);
        }

        assertThat(graph().edges())
                .containsExactly(edge("input", "dense", 0), edge("dense", "classificationoutput", 0));
        assertThat(model.analysis().isTrainable()).isTrue();
        assertThat(model.document().layout().get(id("dense"))).isEqualTo(new Position(0, 112));
    }

    @Test
    void aLayerAddedAfterANodeWithOneFollowerGoesBetweenAndTheRestMakesRoom() {
        model.select(Selection.of(id("input")));

        NodeId added = actions.add(new Dropout(0.5));

        assertThat(graph().edges())
                .containsExactlyInAnyOrder(
                        edge("input", "dropout", 0), edge("dropout", "dense", 0), edge("dense", "output", 0));
        assertThat(model.selection()).isEqualTo(Selection.of(added));
        assertThat(model.document().layout())
                .containsEntry(id("dropout"), new Position(0, 112))
                .containsEntry(id("dense"), new Position(0, 224))
                .containsEntry(id("output"), new Position(0, 336));
        model.undo();
        assertThat(model.document()).isEqualTo(Graphs.mlp());
    }

    @Test
    void aLayerAddedWithAnEdgeChosenGoesOntoIt() {
        model.select(Selection.of(edge("dense", "output", 0)));

        actions.add(new Dropout(0.5));

        assertThat(graph().edges()).contains(edge("dense", "dropout", 0), edge("dropout", "output", 0));
    }

    @Test
    void nothingFollowsAnOutputAndNothingLeadsIntoAnInput() {
        model.select(Selection.of(id("output")));
        actions.add(new Dense(4, Activation.RELU));
        model.select(Selection.of(id("dense")));
        actions.add(new Input());

        assertThat(graph().edges()).isEqualTo(Graphs.mlp().graph().edges());
    }

    @Test
    void newNodesNeverCoverOthers() {
        for (int i = 0; i < 6; i++) {
            actions.addAt(new Flatten(), new Position(3, 120));
        }

        List<Position> places = List.copyOf(model.document().layout().values());
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                Position a = places.get(i);
                Position b = places.get(j);
                assertThat(Math.abs(a.x() - b.x()) >= NodeMetrics.WIDTH
                                || Math.abs(a.y() - b.y()) >= NodeMetrics.HEIGHT)
                        .isTrue();
            }
        }
    }

    @Test
    void forbiddenEdgesAreRefusedWithTheReason() {
        assertThat(actions.connect(edge("output", "dense", 0)).reason()).contains("output is an output");
        assertThat(actions.connect(edge("dense", "dense", 0)).reason()).contains("itself");
        assertThat(actions.connect(edge("dense", "input", 0)).reason()).contains("takes no input");
        actions.addAt(new Add(), new Position(400, 0));
        actions.connect(edge("dense", "add", 0));
        assertThat(actions.connect(edge("add", "dense", 0)).reason()).contains("loop");
        assertThat(actions.connect(edge("dense", "add", 0)).reason()).contains("already");
        assertThat(graph().edges()).hasSize(3);
    }

    @Test
    void anEdgeWhoseShapesClashIsMadeAndExplained() {
        actions.addAt(new Add(), new Position(400, 0));
        actions.connect(edge("input", "add", 0));

        Connections.Verdict verdict = actions.connect(edge("dense", "add", 1));

        assertThat(verdict.kind()).isEqualTo(Connections.Kind.CLASHES);
        assertThat(verdict.reason()).contains("4 and 16");
        assertThat(graph().edges()).contains(edge("dense", "add", 1));
    }

    @Test
    void aLayerOfManyInputsOffersOnePortMoreThanItUses() {
        NodeId add = actions.addAt(new Add(), new Position(400, 0));
        assertThat(NodeMetrics.inputPorts(graph(), add, new Add())).isEqualTo(2);
        actions.connect(edge("input", "add", 0));
        assertThat(NodeMetrics.inputPorts(graph(), add, new Add())).isEqualTo(2);
        actions.connect(edge("dense", "add", 1));
        assertThat(NodeMetrics.inputPorts(graph(), add, new Add())).isEqualTo(3);
        assertThat(Connections.freePort(graph(), add)).contains(2);
    }

    @Test
    void copiesKeepTheirInnerEdgesAndGetNewNames() {
        model.selectAll();
        actions.copy();
        actions.paste();
        actions.paste();

        assertThat(graph().nodes()).hasSize(9);
        assertThat(graph().edges()).contains(edge("input2", "dense2", 0), edge("dense3", "output3", 0));
        assertThat(model.selection().nodes()).containsExactlyInAnyOrder(id("input3"), id("dense3"), id("output3"));
        assertThat(model.document().layout()).containsEntry(id("input2"), new Position(24, 24));
        assertThat(model.document().layout()).containsEntry(id("input3"), new Position(48, 48));
        assertThat(model.undoTitleProperty().get()).isEqualTo("Paste");
    }

    @Test
    void cutTakesOutAndPasteBringsBack() {
        model.select(Selection.of(id("dense")));
        actions.cut();
        assertThat(graph().node(id("dense"))).isEmpty();

        actions.paste();
        assertThat(graph().layer(id("dense"))).isEqualTo(new Dense(16, Activation.RELU));
    }

    @Test
    void duplicateLeavesTheClipboardAlone() {
        model.select(Selection.of(id("dense")));
        actions.duplicate();

        assertThat(graph().node(id("dense2"))).isPresent();
        assertThat(actions.canPaste()).isFalse();
    }

    @Test
    void actionsOnNothingChangeNothing() {
        actions.delete();
        actions.copy();
        actions.cut();
        actions.paste();
        actions.duplicate();
        actions.nudge(8, 8);
        actions.arrange(Arrangement.CENTRE);

        assertThat(model.document()).isEqualTo(Graphs.mlp());
        assertThat(model.canUndoProperty().get()).isFalse();
    }

    @Test
    void nudgesInARowAreOneStep() {
        model.select(Selection.of(id("dense")));
        actions.nudge(8, 0);
        actions.nudge(8, 0);
        assertThat(model.document().layout()).containsEntry(id("dense"), new Position(16, 112));

        model.undo();
        assertThat(model.document()).isEqualTo(Graphs.mlp());
    }

    @Test
    void alignPutsTheChosenNodesIntoOneColumn() {
        actions.moveTo(Map.of(id("dense"), new Position(160, 112)));
        model.select(Selection.ofNodes(Set.of(id("input"), id("dense"))));

        actions.arrange(Arrangement.CENTRE);

        assertThat(model.document().layout())
                .containsEntry(id("input"), new Position(80, 0))
                .containsEntry(id("dense"), new Position(80, 112));
    }

    @Test
    void namesAreCheckedBeforeRenaming() {
        assertThat(actions.whyNotName(id("dense"), "has space")).isPresent();
        assertThat(actions.whyNotName(id("dense"), "")).isPresent();
        assertThat(actions.whyNotName(id("dense"), "input").orElseThrow()).contains("input is taken");
        assertThat(actions.rename(id("dense"), "input")).isFalse();
        assertThat(model.document()).isEqualTo(Graphs.mlp());

        model.select(Selection.of(id("dense")));
        assertThat(actions.rename(id("dense"), "hidden")).isTrue();
        assertThat(graph().edges()).containsExactly(edge("input", "hidden", 0), edge("hidden", "output", 0));
        assertThat(model.selection()).isEqualTo(Selection.of(id("hidden")));
    }

    @Test
    void aFixIsOneStepOfUndo() {
        GraphDocument before = model.document();
        actions.apply(new Fix("Use 8 units", new ReplaceLayer(id("dense"), new Dense(8, Activation.RELU))));
        assertThat(graph().layer(id("dense"))).isEqualTo(new Dense(8, Activation.RELU));

        model.undo();
        assertThat(model.document()).isEqualTo(before);
    }

    @Test
    void aLateLayoutLeavesOutNodesThatAreGone() {
        model.select(Selection.of(id("dense")));
        actions.delete();

        actions.applyLayout(Map.of(id("dense"), new Position(1, 1), id("input"), new Position(8, 8)));

        assertThat(model.document().layout()).containsOnlyKeys(id("input"), id("output"));
        assertThat(model.document().layout()).containsEntry(id("input"), new Position(8, 8));
        assertThat(model.undoTitleProperty().get()).isEqualTo("Arrange");
    }
}
