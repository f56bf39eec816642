package org.vitrine.editor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

class EditingPropertiesTest {

    /** One user action; {@code a} and {@code b} choose what it acts on. */
    record Act(Kind kind, int a, int b) {
        enum Kind {
            ADD,
            SELECT,
            SELECT_MORE,
            SELECT_ALL,
            CONNECT,
            DELETE,
            COPY,
            CUT,
            PASTE,
            DUPLICATE,
            NUDGE,
            RENAME,
            UNDO,
            REDO
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Act.Kind> kinds = Arbitraries.of(Act.Kind.class);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 40);
        return Combinators.combine(kinds, numbers, numbers)
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 200)
    void theSelectionAlwaysExistsAndGraphsStayAcyclic(@ForAll("acts") List<Act> acts) {
        GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        for (Act act : acts) {
            perform(model, act);
            Set<NodeId> names =
                    model.document().graph().nodes().stream().map(Node::id).collect(Collectors.toSet());
            assertThat(names).containsAll(model.selection().nodes());
            assertThat(model.document().graph().edges())
                    .containsAll(model.selection().edges());
            assertThat(model.document().layout()).containsOnlyKeys(names);
            assertThat(model.document().graph().topologicalOrder()).hasSize(names.size());
        }
    }

    @Property(tries = 200)
    void undoingEverythingRestoresTheStartAndRedoingTheEnd(@ForAll("acts") List<Act> acts) {
        GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        acts.forEach(act -> perform(model, act));
        while (model.canRedoProperty().get()) {
            model.redo();
        }
        GraphDocument end = model.document();

        List<GraphDocument> backwards = new ArrayList<>();
        while (model.canUndoProperty().get()) {
            backwards.add(model.document());
            model.undo();
        }
        assertThat(model.document()).isEqualTo(Graphs.mlp());
        assertThat(model.dirtyProperty().get()).isFalse();

        for (int i = backwards.size() - 1; i >= 0; i--) {
            model.redo();
            assertThat(model.document()).isEqualTo(backwards.get(i));
        }
        assertThat(model.document()).isEqualTo(end);
    }

    private static void perform(GraphViewModel model, Act act) {
        GraphActions actions = model.actions();
        List<Node> nodes = model.document().graph().nodes();
        switch (act.kind()) {
            case ADD ->
                actions.add(LayerCatalogue.defaults()
                        .get(act.a() % LayerCatalogue.defaults().size()));
            case SELECT -> model.select(nodes.isEmpty() ? Selection.EMPTY : Selection.of(pick(nodes, act.a())));
            case SELECT_MORE ->
                model.select(
                        nodes.isEmpty() ? Selection.EMPTY : model.selection().toggled(pick(nodes, act.a())));
            case SELECT_ALL -> model.selectAll();
            case CONNECT -> {
                if (!nodes.isEmpty()) {
                    actions.connect(new Edge(pick(nodes, act.a()), pick(nodes, act.b()), act.b() % 3));
                }
            }
            case DELETE -> actions.delete();
            case COPY -> actions.copy();
            case CUT -> actions.cut();
            case PASTE -> actions.paste();
            case DUPLICATE -> actions.duplicate();
            case NUDGE -> actions.nudge(8.0 * act.a(), 8.0 * act.b());
            case RENAME -> model.selection().singleNode().ifPresent(id -> actions.rename(id, "name" + act.a()));
            case UNDO -> model.undo();
            case REDO -> model.redo();
        }
    }

    private static NodeId pick(List<Node> nodes, int choice) {
        return nodes.get(choice % nodes.size()).id();
    }
}
