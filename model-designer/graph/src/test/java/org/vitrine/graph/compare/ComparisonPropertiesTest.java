package org.vitrine.graph.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.graph.Documents;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.edit.RenameNode;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;

/** What holds for any two graphs, related or not. */
class ComparisonPropertiesTest {

    @Provide
    Arbitrary<ModelGraph> graphs() {
        return Documents.graphs(0);
    }

    @Provide
    Arbitrary<GraphDocument> documents() {
        return Documents.documents();
    }

    private record Step(int node, String name, LayerSpec layer, int kind) {}

    /** A few small changes, as between two versions of a file. */
    @Provide
    Arbitrary<java.util.List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(3)
                                .ofMaxLength(6),
                        Documents.layers(),
                        Arbitraries.integers().between(0, 2))
                .as(Step::new);
        return step.list().ofMaxSize(4);
    }

    private static ModelGraph changed(ModelGraph graph, java.util.List<Step> steps) {
        GraphDocument document = Plain.document(graph);
        for (Step step : steps) {
            if (document.graph().nodes().isEmpty()) {
                break;
            }
            NodeId id = document.graph()
                    .nodes()
                    .get(step.node() % document.graph().nodes().size())
                    .id();
            NodeId name = new NodeId(step.name());
            GraphEdit edit =
                    switch (step.kind()) {
                        case 0 ->
                            document.graph().node(name).isPresent()
                                    ? new RemoveParts(java.util.Set.of(), java.util.Set.of())
                                    : new RenameNode(id, name);
                        case 1 -> new ReplaceLayer(id, step.layer());
                        default -> new RemoveParts(java.util.Set.of(id), java.util.Set.of());
                    };
            document = edit.apply(document);
        }
        return document.graph();
    }

    private static void check(ModelGraph before, ModelGraph after) {
        GraphComparison comparison = GraphComparison.of(before, after);
        ModelGraph made = comparison.applyTo(before);
        assertThat(new HashSet<>(made.nodes())).isEqualTo(new HashSet<>(after.nodes()));
        assertThat(new HashSet<>(made.edges())).isEqualTo(new HashSet<>(after.edges()));
        assertThat(comparison.reversed()).isEqualTo(GraphComparison.of(after, before));
    }

    @Property(tries = 300)
    void aGraphIsLikeItself(@ForAll("graphs") ModelGraph graph) {
        assertThat(GraphComparison.of(graph, graph).isEmpty()).isTrue();
    }

    @Property(tries = 100)
    void aDocumentIsLikeItself(@ForAll("documents") GraphDocument document) {
        assertThat(DocumentComparison.of(document, document).isEmpty()).isTrue();
    }

    @Property(tries = 500)
    void differencesOfAnyTwoGraphsMakeOneOfTheOtherAndAreSymmetric(
            @ForAll("graphs") ModelGraph before, @ForAll("graphs") ModelGraph after) {
        check(before, after);
    }

    @Property(tries = 500)
    void differencesOfTwoVersionsMakeOneOfTheOtherAndAreSymmetric(
            @ForAll("graphs") ModelGraph graph, @ForAll("steps") java.util.List<Step> steps) {
        check(graph, changed(graph, steps));
    }
}
