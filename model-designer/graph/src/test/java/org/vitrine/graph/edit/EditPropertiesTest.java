package org.vitrine.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.vitrine.graph.Documents;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Activation;
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
    private static final System.Logger LOG = System.getLogger(EditPropertiesTest.class.getName());
    private static final LongAdder SEQUENCES = new LongAdder();
    private static final LongAdder EDITS = new LongAdder();

    @AfterContainer
    static void tellHowMany() {
        LOG.log(
                System.Logger.Level.INFO,
                "Undone and redone: {0} random sequences of edits, {1} edits in all",
                SEQUENCES,
                EDITS);
    }

    @Provide
    Arbitrary<GraphDocument> documents() {
        return Documents.documents();
    }

    @Provide
    Arbitrary<List<GraphEdit>> editLists() {
        return edits().list().ofMinSize(8).ofMaxSize(30);
    }

    /** Each edit there is, on the whole document and inside of blocks. */
    private static Arbitrary<GraphEdit> edits() {
        Arbitrary<GraphEdit> inside =
                Combinators.combine(Documents.paths(), anyEdit()).as(InBlock::new);
        return Arbitraries.frequencyOf(Tuple.of(3, anyEdit()), Tuple.of(1, inside));
    }

    private static Arbitrary<GraphEdit> anyEdit() {
        Arbitrary<NodeId> ids = Documents.ids();
        Arbitrary<LayerSpec> layers = Documents.layers(1);
        Arbitrary<Edge> edges = Combinators.combine(
                        ids, ids, Arbitraries.integers().between(0, 3))
                .as(Edge::new);
        Arbitrary<GraphEdit> plain = Arbitraries.oneOf(
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
                Documents.texts().map(text -> new Dismiss(text, true)),
                Documents.texts().map(text -> new ChangeData(DataReference.of(text))));
        return Arbitraries.oneOf(plain, made(), annotating(), ofBlocks());
    }

    /** Edits that are made for the document that they meet. */
    private static Arbitrary<GraphEdit> made() {
        Arbitrary<NodeId> ids = Documents.ids();
        Arbitrary<LayerSpec> layers = Documents.layers(1);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(0, 30), layers)
                        .as((place, layer) -> document -> {
                            List<Edge> edges = document.graph().edges();
                            return edges.isEmpty()
                                    ? document
                                    : Edits.insertOn(document, edges.get(place % edges.size()), layer)
                                            .apply(document);
                        }),
                Combinators.combine(ids, layers)
                        .as((id, layer) -> document ->
                                Edits.insertAfter(document, id, layer).apply(document)),
                ids.map(id -> document -> Edits.bypass(document, id).apply(document)),
                Combinators.combine(ids, layers)
                        .as((id, layer) ->
                                document -> Edits.replace(document, id, layer).apply(document)),
                ids.set()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(chosen -> document -> new InsertFragment(
                                        Fragment.of(document, chosen).renamedFor(document.graph(), 24, 24))
                                .apply(document)),
                Combinators.combine(
                                ids.set().ofMinSize(1).ofMaxSize(3),
                                Arbitraries.of("units", "filters", "activation", "rate", "repeat"),
                                Arbitraries.of(8, 3, 0.5, Activation.TANH))
                        .as((chosen, name, value) -> new ChangeMany(chosen, name, value)));
    }

    private static Arbitrary<GraphEdit> annotating() {
        return Arbitraries.oneOf(
                Documents.notes().map(PutNote::new),
                Documents.frames().map(PutFrame::new),
                Documents.paths().set().ofMaxSize(3).map(RemoveAnnotations::new));
    }

    private static Arbitrary<GraphEdit> ofBlocks() {
        Arbitrary<NodeId> ids = Documents.ids();
        return Arbitraries.oneOf(
                Combinators.combine(ids.set().ofMinSize(1).ofMaxSize(4), ids, Documents.texts())
                        .as(Collapse::new),
                // Sets that hang together, so that most of them do become blocks.
                Combinators.combine(
                                Arbitraries.integers().between(0, 9),
                                Arbitraries.integers().between(1, 4))
                        .as((place, size) -> document -> {
                            Set<NodeId> chosen = Sequences.run(document.graph(), place, size);
                            NodeId id = FreeNames.like(new NodeId("part"), Sequences.names(document.graph()));
                            return new Collapse(chosen, id, "Part").apply(document);
                        }),
                Arbitraries.integers().between(0, 9).map(place -> document -> {
                    List<NodeId> blocks = Sequences.blocks(document.graph());
                    return blocks.isEmpty() ? document : new Unpack(blocks.get(place % blocks.size())).apply(document);
                }),
                ids.map(Unpack::new),
                Combinators.combine(ids, Arbitraries.integers().between(-1, 5)).as(SetRepeat::new),
                Combinators.combine(ids, Arbitraries.of("units", "Größe", "p 3"), Arbitraries.of(5, 0.25, true))
                        .as((id, name, value) -> new SetBlockParameter(id, name, value)),
                Combinators.combine(
                                ids,
                                Documents.texts(),
                                Documents.blockParameters().list().ofMaxSize(2))
                        .as(ChangeBlock::new));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void undoGoesBackThroughEveryDocumentAndRedoForthAgain(
            @ForAll("documents") GraphDocument start, @ForAll("editLists") List<GraphEdit> edits)
            throws DocumentFormatException {
        SEQUENCES.increment();
        EditHistory history = EditHistory.of(start);
        List<GraphDocument> visited = new ArrayList<>(List.of(start));
        for (GraphEdit edit : edits) {
            Optional<GraphDocument> next = result(edit, history.document());
            if (next.isEmpty()) {
                continue;
            }
            EDITS.increment();
            history = history.apply(edit).sealed();
            assertThat(history.document()).isEqualTo(next.get());
            assertThat(DocumentJson.read(DocumentJson.write(next.get()))).isEqualTo(next.get());
            assertThat(next.get().flat().graph().hasBlocks()).isFalse();
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
            assertThat(graph.paths()).containsAll(next.layout().keySet());
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
            assertThat(pasted.layout()).containsAllEntriesOf(renamed.layout());
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
