package org.vitrine.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

class NetworkTraceTest {
    private static final NodeId INPUT = new NodeId("input");
    private static final NodeId DENSE = new NodeId("dense");
    private static final NodeId LAST = new NodeId("last");
    private static final NodeId UNUSED = new NodeId("unused");

    private static final NetworkTrace TRACE = NetworkTrace.of(
            new ModelGraph(
                    List.of(
                            new Node(INPUT, new Input()),
                            new Node(DENSE, new Dense(1, Activation.IDENTITY)),
                            new Node(LAST, new LastStep()),
                            new Node(UNUSED, new GlobalPooling(PoolingMode.MAX))),
                    List.of(new Edge(INPUT, DENSE, 0), new Edge(DENSE, LAST, 0), new Edge(INPUT, UNUSED, 0))),
            Map.of(
                    "input", Tensor.of(new float[] {1, 2, 9}, 1, 3),
                    "dense", Tensor.of(new float[] {4, 7, 0}, 1, 3),
                    "last", Tensor.of(new float[] {7}, 1),
                    "input/mask", Tensor.of(new float[] {1, 1, 0}, 3)),
            Map.of("dense/W", Tensor.of(new float[] {3}, 1, 1), "dense/b", Tensor.of(new float[] {1}, 1)));

    @Test
    void aTermLeadsToTheLayerBefore() {
        Unfolded last = TRACE.unfold(LAST, Cell.of(0));
        Source.Input source =
                (Source.Input) last.terms().get(0).factors().get(0).source();
        assertThat(source).isEqualTo(new Source.Input(0, Cell.of(0, 1)));
        NodeId before = TRACE.source(LAST, source.port());
        assertThat(before).isEqualTo(DENSE);
        assertThat(TRACE.unfold(before, source.cell()).terms())
                .extracting(Term::value)
                .containsExactly(6.0, 1.0);
        assertThat(TRACE.unfold(INPUT, Cell.of(0, 1)).value()).isEqualTo(2);
    }

    @Test
    void masksGoWithTheStepsAndNodesWithoutValuesAreLeftOut() {
        assertThat(TRACE.unfold(DENSE, Cell.of(0, 2)).rule()).isEqualTo(new Rule.Masked());
        assertThat(TRACE.output(LAST).mask()).isNull();
        assertThat(TRACE.nodes()).extracting(Node::id).containsExactly(INPUT, DENSE, LAST);
        assertThat(TRACE.outcome(DENSE, Cell.of(0, 1))).isEmpty();
    }
}
