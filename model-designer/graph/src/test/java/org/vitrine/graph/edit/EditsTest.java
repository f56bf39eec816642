package org.vitrine.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

class EditsTest {
    private static final LayerSpec DROPOUT = new Dropout(0.5);
    private static final NodeId NEW = new NodeId("dropout");

    private final GraphDocument branches = new Graphs()
            .node("in", new Input())
            .node("a", new Dense(4, Activation.RELU))
            .node("add", new Add())
            .node("head", new ClassificationOutput())
            .edges("in -> add:1", "in -> a -> add -> head")
            .document();

    @Test
    void aNodeOnAnEdgeTakesItsPlaceAndPort() {
        GraphDocument after =
                Edits.insertOn(branches, edge("in", "add", 1), DROPOUT).apply(branches);
        assertThat(after.graph().inputsOf(new NodeId("add")))
                .containsExactly(edge("a", "add", 0), new Edge(NEW, new NodeId("add"), 1));
        assertThat(after.graph().inputsOf(NEW)).containsExactly(new Edge(new NodeId("in"), NEW, 0));
        assertNothingOverlaps(after);
    }

    @Test
    void aNarrowGapGrowsAndAWideOneStays() {
        GraphDocument narrow = Graphs.chain(new Input(), new Dense(4, Activation.RELU), new ClassificationOutput());
        GraphDocument after =
                Edits.insertOn(narrow, edge("n0", "n1", 0), DROPOUT).apply(narrow);
        assertThat(after.layout().get(NEW)).isEqualTo(new Position(0, 112));
        assertThat(after.layout().get(new NodeId("n1"))).isEqualTo(new Position(0, 224));
        assertThat(after.layout().get(new NodeId("n2"))).isEqualTo(new Position(0, 336));

        GraphDocument wide = new MoveNodes(java.util.Map.of(
                        new NodeId("n1"), new Position(300, 300), new NodeId("n2"), new Position(300, 500)))
                .apply(narrow);
        GraphDocument midway =
                Edits.insertOn(wide, edge("n0", "n1", 0), DROPOUT).apply(wide);
        assertThat(midway.layout().get(NEW)).isEqualTo(new Position(150, 150));
        assertThat(midway.layout().get(new NodeId("n1"))).isEqualTo(new Position(300, 300));
    }

    @Test
    void aRowFromLeftToRightMakesRoomToo() {
        GraphDocument row = new MoveNodes(java.util.Map.of(
                        new NodeId("n1"), new Position(256, 0), new NodeId("n2"), new Position(512, 0)))
                .apply(Graphs.chain(new Input(), new Dense(4, Activation.RELU), new ClassificationOutput()));
        GraphDocument after = Edits.insertOn(row, edge("n0", "n1", 0), DROPOUT).apply(row);
        assertThat(after.layout().get(NEW)).isEqualTo(new Position(256, 0));
        assertThat(after.layout().get(new NodeId("n2"))).isEqualTo(new Position(768, 0));
    }

    @Test
    void aNodeBehindAnotherTakesOverAllItsEdges() {
        GraphDocument after =
                Edits.insertAfter(branches, new NodeId("in"), DROPOUT).apply(branches);
        assertThat(after.graph().outputsOf(new NodeId("in"))).containsExactly(new Edge(new NodeId("in"), NEW, 0));
        assertThat(after.graph().outputsOf(NEW)).hasSize(2);
        assertNothingOverlaps(after);
    }

    @Test
    void aNodeTakenOutJoinsItsNeighbours() {
        GraphDocument after = Edits.bypass(branches, new NodeId("a")).apply(branches);
        assertThat(after.graph().edges())
                .containsExactlyInAnyOrder(edge("in", "add", 0), edge("in", "add", 1), edge("add", "head", 0));
    }

    @Test
    void whatCanNotBeDoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Edits.insertOn(branches, edge("a", "head", 0), DROPOUT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edits.insertOn(branches, edge("in", "a", 0), new Input()));
        assertThatIllegalArgumentException().isThrownBy(() -> Edits.insertAfter(branches, new NodeId("none"), DROPOUT));
        assertThatIllegalArgumentException().isThrownBy(() -> Edits.bypass(branches, new NodeId("add")));
        assertThatIllegalArgumentException().isThrownBy(() -> Edits.bypass(branches, new NodeId("in")));
    }

    private static Edge edge(String from, String to, int port) {
        return new Edge(new NodeId(from), new NodeId(to), port);
    }

    private static void assertNothingOverlaps(GraphDocument document) {
        List<Position> places = new ArrayList<>(document.layout().values());
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean apart = Math.abs(places.get(i).x() - places.get(j).x()) >= Spacing.NODE_WIDTH
                        || Math.abs(places.get(i).y() - places.get(j).y()) >= Spacing.NODE_HEIGHT;
                assertThat(apart).as(places.get(i) + " and " + places.get(j)).isTrue();
            }
        }
    }
}
