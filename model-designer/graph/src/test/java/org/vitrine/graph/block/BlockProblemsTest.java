package org.vitrine.graph.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Blocks;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.Fix;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.analysis.Where;
import org.vitrine.graph.edit.AddNode;
import org.vitrine.graph.edit.Connect;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.InBlock;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** What is wrong inside of blocks is found there, and its fixes help the whole. */
class BlockProblemsTest {
    private static final NodeId ENCODER = new NodeId("encoder");

    private static GraphAnalysis analyze(GraphDocument document) {
        return GraphAnalyzer.analyze(document, Optional.of(Graphs.TEXT));
    }

    private static GraphDocument broken(GraphEdit... edits) {
        GraphDocument document = Blocks.text(Blocks.encoder(1));
        for (GraphEdit edit : edits) {
            document = new InBlock(ENCODER, edit).apply(document);
        }
        return document;
    }

    private static Problem firstError(GraphDocument document) {
        return analyze(document).problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .findFirst()
                .orElseThrow();
    }

    /** One click makes the graph trainable. */
    private static void assertFixed(GraphDocument document) {
        assertThat(firstError(document).fixes()).isNotEmpty();
        assertThat(analyze(document).problems().stream().flatMap(problem -> problem.fixes().stream()))
                .as(firstError(document).what())
                .anyMatch(fix -> analyze(fix.edit().apply(document)).isTrainable());
    }

    @Test
    void aClashInsideNamesThePathAndTheNumbers() {
        GraphDocument document = broken(new ReplaceLayer(new NodeId("attention"), new SelfAttention(5, false, 0)));
        Problem problem = firstError(document);
        assertThat(problem.where()).isEqualTo(new Where.AtNode(new NodeId("encoder.attention")));
        assertThat(problem.numbers()).contains("32").contains("5");
        assertFixed(document);
    }

    @Test
    void everyFaultOfABodyIsFoundWithAFixThatHelps() {
        NodeId extra = new NodeId("extra");
        List<GraphDocument> broken = List.of(
                broken(
                        new AddNode(new Node(extra, new Dense(32, Activation.RELU)), new Position(0, 0)),
                        new Connect(new Edge(new NodeId("norm"), extra, 0))),
                broken(new RemoveParts(Set.of(), Set.of(new Edge(new NodeId("in"), new NodeId("attention"), 0)))),
                broken(new ReplaceLayer(new NodeId("attention"), new SelfAttention(99, false, 0))),
                broken(new ReplaceLayer(new NodeId("in"), new Input())),
                broken(
                        new AddNode(new Node(extra, new ClassificationOutput()), new Position(0, 0)),
                        new Connect(new Edge(new NodeId("norm"), extra, 0))));
        broken.forEach(BlockProblemsTest::assertFixed);
    }

    @Test
    void faultsWithoutAWayOutAreToldInWords() {
        GraphDocument empty = broken(new RemoveParts(
                Set.copyOf(
                        Blocks.encoder(1).body().nodes().stream().map(Node::id).toList()),
                Set.of()));
        assertThat(analyze(empty).problems()).anyMatch(problem -> problem.kind().equals("block.empty"));
        GraphDocument outside = new Graphs()
                .node("input", new Input())
                .node("stray", new BlockInput(0))
                .node("pool", new GlobalPooling(PoolingMode.MAX))
                .node("head", new ClassificationOutput())
                .edges("stray -> pool -> head")
                .document();
        assertThat(analyze(outside).problems())
                .anyMatch(problem -> problem.kind().equals("block.input-outside")
                        && !problem.fixes().isEmpty());
    }

    @Test
    void aRepetitionThatDoesNotFitIsToldAtTheBlock() {
        GraphDocument document = Blocks.table(Blocks.nested(2, 1));
        assertThat(GraphAnalyzer.analyze(document, Optional.of(Graphs.TABLE)).isTrainable())
                .isTrue();
        GraphDocument pooled = new InBlock(
                        ENCODER, new ReplaceLayer(new NodeId("add2"), new GlobalPooling(PoolingMode.AVERAGE)))
                .apply(Blocks.text(Blocks.encoder(2)));
        assertThat(analyze(pooled).isTrainable()).isFalse();
    }

    @Test
    void theSameProblemIsSeenFromInsideWithFixesForTheBody() {
        GraphDocument document = broken(new ReplaceLayer(new NodeId("attention"), new SelfAttention(5, false, 0)));
        GraphAnalysis inside = analyze(document).inside(ENCODER);
        Problem problem = inside.problems().get(0);
        assertThat(problem.where()).isEqualTo(new Where.AtNode(new NodeId("attention")));
        Fix fix = problem.fixes().get(0);
        GraphDocument body = fix.edit().apply(document.inside(ENCODER));
        assertThat(analyze(document.withInside(ENCODER, body)).isTrainable()).isTrue();
        assertThat(inside.output(new NodeId("in"))).isPresent();
    }

    @Test
    void attentionInBlocksNeedsToKnowTheOrderToo() {
        GraphDocument blind = new Graphs()
                .node("input", new Input())
                .node("embedding", new Embedding(32))
                .node("encoder", Blocks.encoder(2))
                .node("pool", new GlobalPooling(PoolingMode.AVERAGE))
                .node("head", new ClassificationOutput())
                .edges("input -> embedding -> encoder -> pool -> head")
                .document();
        assertThat(analyze(blind).problems())
                .filteredOn(problem -> problem.kind().equals("attention.order"))
                .singleElement()
                .satisfies(problem -> assertThat(
                                analyze(problem.fixes().get(0).edit().apply(blind))
                                        .problems())
                        .noneMatch(left -> left.kind().equals("attention.order")));
    }
}
