package org.vitrine.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.graph.Documents;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.TrainingSettings;

/** Random documents and random edits. */
class EditPropertiesTest {

    @Provide
    Arbitrary<GraphDocument> documents() {
        return Documents.documents();
    }

    @Provide
    Arbitrary<List<GraphEdit>> editLists() {
        return edits().list().ofMaxSize(25);
    }

    private static Arbitrary<GraphEdit> edits() {
        Arbitrary<NodeId> ids = Documents.ids();
        Arbitrary<LayerSpec> layers = Documents.layers();
        Arbitrary<Edge> edges = Combinators.combine(
                        ids, ids, Arbitraries.integers().between(0, 3))
                .as(Edge::new);
        return Arbitraries.oneOf(
                Combinators.combine(ids, layers, Documents.positions())
                        .as((id, layer, position) -> new AddNode(new Node(id, layer), position)),
                edges.map(Connect::new),
                Combinators.combine(ids.set().ofMaxSize(3), edges.set().ofMaxSize(3))
                        .as(RemoveParts::new),
                Combinators.combine(ids, ids).as(RenameNode::new),
                Combinators.combine(ids, layers).as(ReplaceLayer::new),
                Arbitraries.maps(ids, Documents.positions()).ofMaxSize(3).map(MoveNodes::new),
                Documents.settings(TrainingSettings.DEFAULT).map(ChangeTraining::new),
                Documents.texts().map(text -> new ChangeTitle(text, "")),
                Documents.texts().map(text -> new ChangeData(DataReference.of(text))));
    }

    @Property(tries = 200)
    void undoGoesBackThroughEveryDocumentAndRedoForthAgain(
            @ForAll("documents") GraphDocument start, @ForAll("editLists") List<GraphEdit> edits) {
        EditHistory history = EditHistory.of(start);
        List<GraphDocument> visited = new ArrayList<>(List.of(start));
        for (GraphEdit edit : edits) {
            Optional<GraphDocument> next = result(edit, history.document());
            if (next.isEmpty()) {
                continue;
            }
            history = history.apply(edit).sealed();
            assertThat(history.document()).isEqualTo(next.get());
            if (!next.get().equals(visited.get(visited.size() - 1))) {
                visited.add(next.get());
            }
        }
        for (int i = visited.size() - 1; i > 0; i--) {
            assertThat(history.document()).isEqualTo(visited.get(i));
            history = history.undo();
        }
        assertThat(history.document()).isEqualTo(start);
        assertThat(history.isDirty()).isFalse();
        for (int i = 1; i < visited.size(); i++) {
            history = history.redo();
            assertThat(history.document()).isEqualTo(visited.get(i));
        }
        assertThat(history.canRedo()).isFalse();
    }

    @Property(tries = 200)
    void editsWithoutSealsMergeButEndInTheSameDocument(
            @ForAll("documents") GraphDocument start, @ForAll("editLists") List<GraphEdit> edits) {
        EditHistory history = EditHistory.of(start);
        GraphDocument plain = start;
        for (GraphEdit edit : edits) {
            Optional<GraphDocument> next = result(edit, plain);
            if (next.isPresent()) {
                plain = next.get();
                history = history.apply(edit);
            }
        }
        assertThat(history.document()).isEqualTo(plain);
        EditHistory back = history;
        int steps = 0;
        while (back.canUndo()) {
            GraphDocument before = back.document();
            back = back.undo();
            assertThat(back.document()).isNotEqualTo(before);
            steps++;
        }
        assertThat(back.document()).isEqualTo(start);
        assertThat(steps).isLessThanOrEqualTo(edits.size());
    }

    /** The document after the edit, or nothing if the edit does not apply to it; a broken one fails the test. */
    private static Optional<GraphDocument> result(GraphEdit edit, GraphDocument document) {
        try {
            GraphDocument next = edit.apply(document);
            ModelGraph graph = next.graph();
            assertThat(new ModelGraph(graph.nodes(), graph.edges())).isEqualTo(graph);
            Set<NodeId> ids = new HashSet<>(graph.nodes().stream().map(Node::id).toList());
            assertThat(ids).containsAll(next.layout().keySet());
            return Optional.of(next);
        } catch (IllegalArgumentException doesNotApply) {
            return Optional.empty();
        }
    }

    @Property(tries = 200)
    void pastedFragmentsNeverCollide(
            @ForAll("documents") GraphDocument source, @ForAll("documents") GraphDocument target) {
        Set<NodeId> chosen = new HashSet<>(
                source.graph().nodes().stream().map(Node::id).limit(6).toList());
        Fragment fragment = Fragment.of(source, chosen);
        GraphDocument pasted = target;
        for (int i = 0; i < 3; i++) {
            Fragment renamed = fragment.renamedFor(pasted.graph(), 24, 24);
            int before = pasted.graph().nodes().size();
            pasted = new InsertFragment(renamed).apply(pasted);
            assertThat(pasted.graph().nodes()).hasSize(before + chosen.size());
            assertThat(renamed.edges()).hasSameSizeAs(fragment.edges());
            assertThat(renamed.layout()).hasSameSizeAs(fragment.layout());
        }
        assertThat(pasted.graph().nodes()).containsAll(target.graph().nodes());
        assertThat(pasted.graph().edges()).containsAll(target.graph().edges());
    }

    @Property(tries = 200)
    void freeNamesAreFreeAndKeepTheirStem(@ForAll("names") NodeId wanted, @ForAll("names") NodeId other) {
        Set<NodeId> taken = new HashSet<>(Set.of(other));
        for (int i = 0; i < 12; i++) {
            NodeId free = FreeNames.like(wanted, taken);
            assertThat(taken.add(free)).isTrue();
            if (i == 0 && !wanted.equals(other)) {
                assertThat(free).isEqualTo(wanted);
            }
        }
    }

    @Provide
    Arbitrary<NodeId> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'c')
                .numeric()
                .withChars('_', '-')
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(NodeId::new);
    }

    @Property(tries = 100)
    void movingNodesNeverChangesTheModel(
            @ForAll("documents") GraphDocument document, @ForAll("places") Map<NodeId, Position> places) {
        Map<NodeId, Position> known = new HashMap<>(places);
        known.keySet().retainAll(document.graph().nodes().stream().map(Node::id).toList());
        GraphDocument moved = new MoveNodes(known).apply(document);
        assertThat(moved.graph()).isSameAs(document.graph());
        assertThat(moved.layout()).containsAllEntriesOf(known);
    }

    @Provide
    Arbitrary<Map<NodeId, Position>> places() {
        return Arbitraries.maps(Documents.ids(), Documents.positions()).ofMaxSize(6);
    }
}
