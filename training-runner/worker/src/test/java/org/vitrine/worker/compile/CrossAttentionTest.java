package org.vitrine.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.worker.Settings;
import org.vitrine.worker.network.AttentionWeights;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.update.LearningRate;

/** Attention to another sequence, and the masks of a source and a target that came in as one sequence. */
class CrossAttentionTest {
    private static final int FEATURES = 4;
    private static final int EXAMPLES = 3;

    @Test
    void attentionToItselfIsSelfAttention() {
        Network self = network(new SelfAttention(2, false, 0), 5, "in -> subject");
        Network cross = network(new CrossAttention(2, 0), 5, "in -> subject", "in -> subject:1");
        INDArray weight = self.getLayer("subject").getParam("Wqkv");
        INDArray bias = self.getLayer("subject").getParam("bqkv");
        bias.assign(Nd4j.linspace(-1, 1, bias.length(), DataType.DOUBLE));
        copy(cross, "subject.queries", columns(weight, 0, 1), part(bias, 0, 1));
        copy(cross, "subject.memory", columns(weight, 1, 3), part(bias, 1, 3));
        copy(
                cross,
                "subject",
                self.getLayer("subject").getParam("Wo"),
                self.getLayer("subject").getParam("bo"));
        copy(
                cross,
                "head",
                self.getLayer("head").getParam("W"),
                self.getLayer("head").getParam("b"));
        for (Batch batch : List.of(batch(5, 1, null), batch(5, 1, mask(5, 0)))) {
            assertThat(cross.outputs(batch)).containsExactly(self.outputs(batch), within(1e-12));
        }
        Batch batch = batch(5, 1, null);
        assertThat(AttentionWeights.of(cross, batch, "subject").values())
                .containsExactly(AttentionWeights.of(self, batch, "subject").values(), within(1e-7f));
        assertThatThrownBy(() -> AttentionWeights.of(cross, batch, "head")).hasMessageContaining("no attention layer");
    }

    private static void copy(Network network, String layer, INDArray weight, INDArray bias) {
        network.getLayer(layer).getParam("W").assign(weight);
        network.getLayer(layer).getParam("b").assign(bias);
    }

    private static INDArray columns(INDArray weight, int from, int to) {
        return weight.get(NDArrayIndex.all(), NDArrayIndex.interval((long) from * FEATURES, (long) to * FEATURES));
    }

    private static INDArray part(INDArray bias, int from, int to) {
        return bias.reshape(bias.length()).get(NDArrayIndex.interval((long) from * FEATURES, (long) to * FEATURES));
    }

    /** [source | target]: 4 steps of source, of which the last are padding, and 3 of target. */
    private static Network encoderDecoder(int source) {
        return network(
                new CrossAttention(2, 0),
                source + 3,
                List.of(
                        node("source", new Slice(SliceAxis.TIME, 0, source)),
                        node("target", new Slice(SliceAxis.TIME, source, 3))),
                "in -> source",
                "in -> target",
                "target -> subject",
                "source -> subject:1");
    }

    @Test
    void paddingOfTheMemoryIsAsIfItWereNotThere() {
        Network padded = encoderDecoder(4);
        Network bare = encoderDecoder(2);
        bare.params().assign(padded.params());
        float[] mask = {1, 1, 0, 0, 1, 1, 1};
        Batch batch = batch(7, 2, repeated(mask));
        Batch cut = batch(5, 2, null);
        for (int example = 0; example < EXAMPLES; example++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                int row = example * FEATURES + feature;
                for (int step = 0; step < 5; step++) {
                    cut.inputs().values()[row * 5 + step] =
                            batch.inputs().values()[row * 7 + (step < 2 ? step : step + 2)];
                }
            }
        }
        assertThat(padded.outputs(batch)).containsExactly(bare.outputs(cut), within(1e-12));
        Tensor weights = AttentionWeights.of(padded, batch, "subject");
        assertThat(weights.shape()).containsExactly(EXAMPLES, 2, 3, 4);
        for (int query = 0; query < EXAMPLES * 2 * 3; query++) {
            assertThat(weights.values()[query * 4] + weights.values()[query * 4 + 1])
                    .isCloseTo(1, within(1e-6f));
            assertThat(weights.values()[query * 4 + 2]).isZero();
            assertThat(weights.values()[query * 4 + 3]).isZero();
        }
    }

    @Test
    void paddingOfTheQueriesGivesZerosAndAnEmptyMemoryToo() {
        Network network = encoderDecoder(4);
        Batch noTarget = batch(7, 3, repeated(1, 1, 1, 1, 1, 0, 0));
        Tensor output = network.activation(noTarget, "subject");
        assertThat(output.shape()).containsExactly(EXAMPLES, FEATURES, 3);
        for (int row = 0; row < EXAMPLES * FEATURES; row++) {
            assertThat(output.values()[row * 3]).isNotZero();
            assertThat(output.values()[row * 3 + 1]).isZero();
            assertThat(output.values()[row * 3 + 2]).isZero();
        }
        Batch noSource = batch(7, 3, repeated(0, 0, 0, 0, 1, 1, 1));
        assertThat(network.activation(noSource, "subject.attended").values()).containsOnly(0);
        assertThat(network.differentiate(noSource).meanLoss()).isFinite();
    }

    private static Tensor repeated(float... mask) {
        Tensor all = Tensor.zeros(EXAMPLES, mask.length);
        for (int i = 0; i < all.size(); i++) {
            all.values()[i] = mask[i % mask.length];
        }
        return all;
    }

    private static Tensor mask(int steps, int least) {
        Tensor mask = Tensor.zeros(EXAMPLES, steps);
        for (int i = 0; i < mask.size(); i++) {
            mask.values()[i] = i % steps < steps - i / steps - least ? 1 : 0;
        }
        return mask;
    }

    private static Batch batch(int steps, int seed, @Nullable Tensor mask) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor inputs = Tensor.zeros(EXAMPLES, FEATURES, steps);
        for (int i = 0; i < inputs.size(); i++) {
            inputs.values()[i] = (float) random.nextDouble(-2, 2);
        }
        return new Batch(inputs, Tensor.zeros(EXAMPLES, 2), mask);
    }

    private static Network network(LayerSpec subject, int steps, String... edges) {
        return network(subject, steps, List.of(), edges);
    }

    private static Network network(LayerSpec subject, int steps, List<Node> more, String... edges) {
        List<Node> nodes = new ArrayList<>(List.of(
                node("in", new Input()),
                node("subject", subject),
                node("vector", new Flatten()),
                node("head", new RegressionOutput(RegressionLoss.MSE))));
        nodes.addAll(more);
        List<Edge> all = new ArrayList<>(List.of(edge("subject -> vector"), edge("vector -> head")));
        Arrays.stream(edges).map(CrossAttentionTest::edge).forEach(all::add);
        DataSpec data = new DataSpec(new Sequence(FEATURES, steps), Target.values(2));
        CompiledGraph compiled = new GraphCompiler(
                        new ModelGraph(nodes, all), data, Settings.adam(1, 4, 0.01), DataType.DOUBLE)
                .compile(LearningRate.of(Settings.adam(1, 4, 0.01), 10));
        Network network =
                Networks.initialised(compiled, Objective.values(false, Collections.nCopies(2, Scale.IDENTITY)));
        assertThat(network.trainedParameters()).isEqualTo(compiled.parameters());
        return network;
    }

    private static Node node(String id, LayerSpec layer) {
        return new Node(new NodeId(id), layer);
    }

    /** From {@code a -> b} or {@code a -> b:port}. */
    private static Edge edge(String text) {
        String[] ends = text.split(" -> ");
        String[] to = ends[1].split(":");
        return new Edge(new NodeId(ends[0]), new NodeId(to[0]), to.length == 1 ? 0 : Integer.parseInt(to[1]));
    }
}
