package org.vitrine.editor.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

class LayeredLayoutTest {

    static List<GraphDocument> documents() {
        return List.of(Graphs.mlp(), Graphs.lenet(), Graphs.transformer());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyNodeStandsBelowItsInputsOnTheGridAndCoversNoOther(GraphDocument document) {
        Map<NodeId, Position> places = LayeredLayout.of(document);

        assertThat(places)
                .containsOnlyKeys(
                        document.graph().nodes().stream().map(Node::id).toList());
        for (Edge edge : document.graph().edges()) {
            assertThat(place(places, edge.to()).y())
                    .isGreaterThanOrEqualTo(
                            place(places, edge.from()).y() + NodeMetrics.HEIGHT + NodeMetrics.GAP - NodeMetrics.GRID);
        }
        List<Position> all = new ArrayList<>(places.values());
        for (int i = 0; i < all.size(); i++) {
            Position a = all.get(i);
            assertThat(NodeMetrics.snap(a)).isEqualTo(a);
            for (int j = 0; j < i; j++) {
                Position b = all.get(j);
                assertThat(Math.abs(a.x() - b.x()) >= NodeMetrics.WIDTH
                                || Math.abs(a.y() - b.y()) >= NodeMetrics.HEIGHT)
                        .isTrue();
            }
        }
    }

    private static Position place(Map<NodeId, Position> places, NodeId id) {
        return Optional.ofNullable(places.get(id)).orElseThrow();
    }

    @Test
    void anEmptyGraphNeedsNoPlaces() {
        assertThat(LayeredLayout.of(Graphs.empty())).isEmpty();
    }

    @Test
    void arrangingIsOneStepOfUndo() {
        GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        model.actions().moveTo(Map.of(Graphs.id("dense"), new Position(800, 800)));
        GraphDocument before = model.document();
        List<String> done = new ArrayList<>();

        new AutoLayout(model, Runnable::run, Runnable::run).arrange(places -> done.add("done " + places.size()));

        assertThat(done).containsExactly("done 3");
        assertThat(model.undoTitleProperty().get()).isEqualTo("Arrange");
        model.undo();
        assertThat(model.document()).isEqualTo(before);
    }

    @Test
    void aGraphThatChangedMeanwhileIsNotDisturbed() {
        GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        Deque<Runnable> pending = new ArrayDeque<>();
        new AutoLayout(model, Runnable::run, pending::add).arrange(places -> {});
        model.select(Selection.of(Graphs.id("dense")));
        model.actions().delete();
        GraphDocument edited = model.document();

        pending.remove().run();

        assertThat(model.document()).isEqualTo(edited);
    }

    @Test
    void aCancelledLayoutMovesNothing() {
        GraphViewModel model = Graphs.model(Graphs.large(), Graphs.TABLE);
        GraphDocument before = model.document();
        Deque<Runnable> work = new ArrayDeque<>();
        AutoLayout layout = new AutoLayout(model, work::add, Runnable::run);

        layout.arrange(places -> {});
        assertThat(layout.runningProperty().get()).isTrue();
        layout.cancel();
        work.remove().run();

        assertThat(layout.runningProperty().get()).isFalse();
        assertThat(model.document()).isEqualTo(before);
    }

    @Test
    void cancellingEndsTheWorkEarlyAndProgressGrows() {
        List<Double> shares = new ArrayList<>();
        LayeredLayout.of(Graphs.large(), () -> false, shares::add);
        List<Double> few = new ArrayList<>();
        LayeredLayout.of(Graphs.large(), () -> few.size() > 2, few::add);

        assertThat(shares).isSorted().hasSizeGreaterThan(10);
        assertThat(few.size()).isLessThan(shares.size());
    }

    @Test
    void aNewRequestTakesThePlaceOfTheOneBefore() {
        GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        Deque<Runnable> work = new ArrayDeque<>();
        AutoLayout layout = new AutoLayout(model, work::add, Runnable::run);
        List<String> done = new ArrayList<>();

        layout.arrange(places -> done.add("first"));
        layout.arrange(places -> done.add("second"));
        work.remove().run();
        work.remove().run();

        assertThat(done).containsExactly("second");
        assertThat(layout.runningProperty().get()).isFalse();
    }

    @Test
    void openingPlacesNodesWithoutPositionsAndLeavesOthersAlone() {
        GraphViewModel model = Graphs.model(Graphs.lenet(), Graphs.DIGITS);
        AutoLayout layout = new AutoLayout(model, Runnable::run, Runnable::run);

        layout.complete(() -> {});

        assertThat(model.document().layout()).hasSize(10);
        assertThat(model.dirtyProperty().get()).isFalse();
        GraphDocument placed = model.document();
        layout.complete(() -> {});
        assertThat(model.document()).isSameAs(placed);
    }
}
