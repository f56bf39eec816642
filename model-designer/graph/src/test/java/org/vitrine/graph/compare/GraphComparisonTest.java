package org.vitrine.graph.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.RenameNode;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameters;

class GraphComparisonTest {
    private static final GraphDocument BEFORE = Plain.document(chain(
            new Input(), new Dense(16, Activation.RELU), new Dense(8, Activation.RELU), new ClassificationOutput()));

    private static ModelGraph chain(LayerSpec... layers) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (LayerSpec layer : layers) {
            Node node = new Node(new NodeId("n" + nodes.size()), layer);
            if (!nodes.isEmpty()) {
                edges.add(new Edge(nodes.get(nodes.size() - 1).id(), node.id(), 0));
            }
            nodes.add(node);
        }
        return new ModelGraph(nodes, edges);
    }

    private static GraphComparison compare(GraphDocument after) {
        return GraphComparison.of(BEFORE.graph(), after.graph());
    }

    @Test
    void aChangedParameterIsToldWithBothValues() {
        GraphDocument after = new ReplaceLayer(new NodeId("n1"), new Dense(32, Activation.RELU)).apply(BEFORE);
        assertThat(compare(after).changed()).singleElement().satisfies(change -> {
            assertThat(change.parameters()).containsExactly(new ParameterChange("units", 16, 32));
            assertThat(change.isRenamed()).isFalse();
        });
        assertThat(compare(after).size()).isEqualTo(1);
    }

    @Test
    void aRenamedNodeIsTheSameNode() {
        GraphDocument after = new EditList(
                        "Both",
                        List.of(
                                new RenameNode(new NodeId("n1"), new NodeId("wide")),
                                new RenameNode(new NodeId("n2"), new NodeId("narrow"))))
                .apply(BEFORE);
        assertThat(compare(after).changed())
                .extracting(change -> change.oldId() + " " + change.newId())
                .containsExactlyInAnyOrder("n1 wide", "n2 narrow");
        assertThat(compare(after).size()).isEqualTo(2);
    }

    @Test
    void aRenamedAndChangedNodeIsStillFound() {
        GraphDocument renamed = new RenameNode(new NodeId("n1"), new NodeId("wide")).apply(BEFORE);
        GraphDocument after = new ReplaceLayer(new NodeId("wide"), new Dense(64, Activation.TANH)).apply(renamed);
        assertThat(compare(after).changed()).singleElement().satisfies(change -> {
            assertThat(change.isRenamed()).isTrue();
            assertThat(change.parameters()).extracting(ParameterChange::name).containsExactly("units", "activation");
        });
    }

    @Test
    void anInsertedLayerMovesTheEdgeThatItStandsOn() {
        GraphDocument after = Edits.insertOn(BEFORE, new Edge(new NodeId("n1"), new NodeId("n2"), 0), new Dropout(0.5))
                .apply(BEFORE);
        GraphComparison comparison = compare(after);
        assertThat(comparison.added()).extracting(Node::layer).containsExactly(new Dropout(0.5));
        assertThat(comparison.removed()).isEmpty();
        assertThat(comparison.removedEdges()).hasSize(1);
        assertThat(comparison.addedEdges()).hasSize(2);
    }

    @Test
    void anEdgeWithOneEndElsewhereIsMoved() {
        List<Edge> edges = new ArrayList<>(BEFORE.graph().edges());
        edges.set(2, new Edge(new NodeId("n1"), new NodeId("n3"), 0));
        GraphDocument after = BEFORE.withGraph(new ModelGraph(BEFORE.graph().nodes(), edges), BEFORE.layout());
        assertThat(compare(after).movedEdges())
                .containsExactly(new MovedEdge(BEFORE.graph().edges().get(2), edges.get(2)));
    }

    @Test
    void anotherKindOfLayerInThePlaceOfOneIsAReplacement() {
        GraphDocument after = new ReplaceLayer(new NodeId("n1"), new LayerNormalization(1e-5)).apply(BEFORE);
        assertThat(compare(after).changed()).singleElement().satisfies(change -> {
            assertThat(change.isReplaced()).isTrue();
            assertThat(change.parameters()).isEmpty();
        });
    }

    @Test
    void settingsOfTrainingAndTheTitleAreComparedToo() {
        GraphDocument after = BEFORE.withTitle("other").withTraining(Parameters.with(BEFORE.training(), "epochs", 99));
        assertThat(DocumentComparison.of(BEFORE, after).settings())
                .containsExactly(new ParameterChange("title", "plain", "other"), new ParameterChange("epochs", 10, 99));
    }
}
