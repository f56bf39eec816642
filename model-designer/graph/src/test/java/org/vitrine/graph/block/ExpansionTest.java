package org.vitrine.graph.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Blocks;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.Expansion;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

class ExpansionTest {

    private static List<String> names(GraphDocument document) {
        return document.graph().nodes().stream().map(node -> node.id().value()).toList();
    }

    private static List<String> edges(GraphDocument document) {
        return document.graph().edges().stream()
                .map(edge -> edge.from() + " -> " + edge.to() + (edge.port() == 0 ? "" : ":" + edge.port()))
                .toList();
    }

    @Test
    void documentsWithoutBlocksAreFlat() {
        GraphDocument lenet = Graphs.lenet();
        assertThat(lenet.flat()).isSameAs(lenet);
        assertThat(Expansion.of(lenet).of(new NodeId("n3"))).containsExactly(new NodeId("n3"));
    }

    @Test
    void aBlockBecomesItsLayersUnderItsName() {
        GraphDocument flat = Blocks.text(Blocks.encoder(1)).flat();
        assertThat(names(flat))
                .containsExactly(
                        "input",
                        "embedding",
                        "positions",
                        "encoder.attention",
                        "encoder.add",
                        "encoder.norm",
                        "encoder.dense",
                        "encoder.add2",
                        "pool",
                        "head");
        assertThat(edges(flat))
                .contains(
                        "positions -> encoder.attention",
                        "positions -> encoder.add:1",
                        "encoder.attention -> encoder.add",
                        "encoder.add2 -> pool");
    }

    @Test
    void repetitionsAreNumberedAndChained() {
        GraphDocument nested = Blocks.text(Blocks.encoder(3));
        Expansion expansion = Expansion.of(nested);
        assertThat(edges(expansion.document()))
                .contains(
                        "positions -> encoder.1.attention",
                        "encoder.1.add2 -> encoder.2.attention",
                        "encoder.2.add2 -> encoder.3.add:1",
                        "encoder.3.add2 -> pool");
        assertThat(expansion.of(new NodeId("encoder.norm")))
                .extracting(NodeId::value)
                .containsExactly("encoder.1.norm", "encoder.2.norm", "encoder.3.norm");
        assertThat(expansion.of(new NodeId("encoder"))).hasSize(15);
        assertThat(expansion.document().flat()).isSameAs(expansion.document());
    }

    @Test
    void furtherInputsGoToEveryRepetition() {
        GraphDocument document = new Graphs()
                .node("input", new Input())
                .node("a", new Embedding(8))
                .node("b", new Embedding(16))
                .node("decoder", Blocks.decoder(2))
                .node("pool", new GlobalPooling(PoolingMode.MAX))
                .node("head", new ClassificationOutput())
                .edges("input -> a -> decoder -> pool -> head", "input -> b -> decoder:1")
                .document();
        assertThat(edges(document.flat()))
                .contains(
                        "a -> decoder.1.self",
                        "decoder.1.cross -> decoder.2.self",
                        "b -> decoder.1.cross:1",
                        "b -> decoder.2.cross:1");
    }

    @Test
    void blocksInBlocksMultiply() {
        GraphDocument flat = Blocks.table(Blocks.nested(2, 3)).flat();
        assertThat(names(flat)).hasSize(2 + 2 * (3 + 1)).contains("block.2.core.3.dense", "block.1.last");
        assertThat(edges(flat))
                .contains(
                        "input -> block.1.core.1.dense",
                        "block.1.core.3.dense -> block.1.last",
                        "block.1.last -> block.2.core.1.dense",
                        "block.2.last -> head");
    }

    @Test
    void shapesAndParametersOfABlockAreThoseOfItsLayers() {
        for (GraphDocument nested : List.of(Blocks.text(Blocks.encoder(1)), Blocks.text(Blocks.encoder(4)))) {
            GraphAnalysis whole = GraphAnalyzer.analyze(nested, Optional.of(Graphs.TEXT));
            GraphAnalysis flat = GraphAnalyzer.analyze(nested.flat(), Optional.of(Graphs.TEXT));
            assertThat(whole.problems())
                    .isEqualTo(flat.problems())
                    .allMatch(problem -> problem.severity() == Problem.Severity.ADVICE);
            assertThat(whole.parameters()).isEqualTo(flat.parameters());
            assertThat(whole.output(new NodeId("pool"))).isPresent().isEqualTo(flat.output(new NodeId("pool")));
            assertThat(whole.output(new NodeId("encoder.norm"))).isPresent();
        }
        GraphDocument nested = Blocks.table(Blocks.nested(3, 2));
        assertThat(GraphAnalyzer.analyze(nested, Optional.of(Graphs.TABLE)).parameters())
                .isEqualTo(GraphAnalyzer.analyze(nested.flat(), Optional.of(Graphs.TABLE))
                        .parameters());
    }

    @Test
    void unfinishedBodiesExpandToUnfinishedGraphs() {
        ModelGraph open = new Graphs()
                .node("in", new BlockInput(0))
                .node("dense", new Dense(4, Activation.RELU))
                .document()
                .graph();
        GraphDocument flat = Blocks.table(new Block("Open", open, List.of(), 1)).flat();
        assertThat(names(flat)).containsExactly("input", "block.dense", "head");
        assertThat(edges(flat)).containsExactly("block.dense -> head");
        assertThat(edges(Blocks.table(new Block("Empty", ModelGraph.EMPTY, List.of(), 2))
                        .flat()))
                .isEmpty();
    }

    @Test
    void blocksOnACycleExpandToo() {
        GraphDocument cycle = new Graphs()
                .node("a", Blocks.nested(2, 1))
                .node("b", Blocks.nested(1, 2))
                .edges("a -> b -> a")
                .document();
        assertThat(cycle.flat().graph().nodes()).hasSize(4 + 3);
        ModelGraph passing = new ModelGraph(List.of(new Node(new NodeId("in"), new BlockInput(0))), List.of());
        Block nothing = new Block("Nothing", passing, List.of(), 3);
        GraphDocument idle = Blocks.table(Blocks.nested(1, 1).withBody(passing));
        assertThat(idle.flat().graph().edges()).isEmpty();
        GraphDocument round = new Graphs()
                .node("a", nothing)
                .node("b", nothing)
                .edges("a -> b -> a")
                .document();
        assertThat(round.flat().graph()).isEqualTo(ModelGraph.EMPTY);
    }

    @Test
    void blocksThatStandForTooMuchAreRefusedAndExpandOnce() {
        Block huge = Blocks.nested(64, 64);
        for (int i = 0; i < 2; i++) {
            huge = new Block(
                    "Huge",
                    new ModelGraph(
                            List.of(new Node(new NodeId("in"), new BlockInput(0)), new Node(new NodeId("inner"), huge)),
                            List.of(new Edge(new NodeId("in"), new NodeId("inner"), 0))),
                    List.of(),
                    64);
        }
        GraphDocument document = Blocks.table(huge);
        assertThat(document.flat().graph().nodes()).hasSize(4);
        assertThat(GraphAnalyzer.analyze(document, Optional.of(Graphs.TABLE)).problems())
                .anyMatch(problem -> problem.what().contains("too many layers"));
    }

    @Test
    void nestingIsBounded() {
        Block block = Blocks.encoder(1);
        for (int depth = 1; depth < Block.DEEPEST; depth++) {
            block = block.withBody(new ModelGraph(List.of(new Node(new NodeId("inner"), block)), List.of()));
        }
        Block deepest = block;
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        deepest.withBody(new ModelGraph(List.of(new Node(new NodeId("inner"), deepest)), List.of())))
                .withMessageContaining("8");
    }
}
