package org.vitrine.graph.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

class GraphCostTest {
    private static final DataSpec IMAGENET = images(3, 224, 1000);

    private static DataSpec images(int channels, int size, int classes) {
        return new DataSpec(new Image(channels, size, size), Target.classes(classes));
    }

    private static DataSpec series(int features, int steps) {
        return new DataSpec(new Sequence(features, steps), Target.classes(2));
    }

    private static GraphCost cost(GraphDocument document, DataSpec data) {
        return GraphCost.of(document.graph(), GraphAnalyzer.analyze(document, Optional.of(data)), data);
    }

    private static GraphCost cost(DataSpec data, LayerSpec... behindInput) {
        List<LayerSpec> layers = new ArrayList<>(List.of(behindInput));
        layers.add(0, new Input());
        return cost(Graphs.chain(layers.toArray(LayerSpec[]::new)), data);
    }

    private static LayerCost last(GraphCost cost) {
        return cost.layers().get(cost.layers().size() - 1);
    }

    private static Convolution2D convolution(int filters, int kernel, Padding padding) {
        return new Convolution2D(filters, kernel, 1, 1, padding, Activation.RELU);
    }

    private static Pooling2D halving() {
        return new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID);
    }

    /** The figures for LeCun et al. 1998 with all maps connected. */
    @Test
    void lenetTakesThePublishedMultiplyAdds() {
        GraphCost cost = cost(
                images(1, 32, 10),
                convolution(6, 5, Padding.VALID),
                halving(),
                convolution(16, 5, Padding.VALID),
                halving(),
                new Flatten(),
                new Dense(120, Activation.TANH),
                new Dense(84, Activation.TANH),
                new ClassificationOutput());
        assertThat(cost.multiplyAdds()).isEqualTo(416_520);
        assertThat(cost.parameters()).isEqualTo(61_706);
        assertThat(cost.layer(new NodeId("n1")).orElseThrow().multiplyAdds()).isEqualTo(117_600);
        assertThat(cost.layer(new NodeId("n3")).orElseThrow().multiplyAdds()).isEqualTo(240_000);
    }

    private static GraphCost vgg16() {
        List<LayerSpec> layers = new ArrayList<>();
        int[][] blocks = {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}};
        for (int[] block : blocks) {
            for (int i = 0; i < block[1]; i++) {
                layers.add(convolution(block[0], 3, Padding.SAME));
            }
            layers.add(halving());
        }
        layers.add(new Flatten());
        layers.add(new Dense(4096, Activation.RELU));
        layers.add(new Dense(4096, Activation.RELU));
        layers.add(new ClassificationOutput());
        return cost(IMAGENET, layers.toArray(LayerSpec[]::new));
    }

    /** 15.5 billion multiply-adds and 138 million parameters (Simonyan and Zisserman 2015); fields by Araujo et al. 2019. */
    @Test
    void vgg16TakesThePublishedMultiplyAddsAndSeesAsFarAsPublished() {
        GraphCost cost = vgg16();
        assertThat(cost.multiplyAdds()).isEqualTo(15_470_264_320L);
        assertThat(cost.parameters()).isEqualTo(138_357_544);
        assertThat(cost.layer(new NodeId("n17")).orElseThrow().field()).contains(new ReceptiveField(196, 16, false));
        assertThat(cost.layer(new NodeId("n18")).orElseThrow().field()).contains(new ReceptiveField(212, 32, false));
    }

    /** Howard et al. 2017: a separable convolution takes 1/N + 1/k² of a full one. */
    @Test
    void separableConvolutionsTakeTheShareThatMobileNetsSave() {
        DataSpec data = images(64, 56, 10);
        long full = cost(data, convolution(128, 3, Padding.SAME)).multiplyAdds();
        long separable = cost(data, new SeparableConvolution2D(128, 3, 1, 1, Padding.SAME, Activation.RELU))
                .multiplyAdds();
        assertThat((double) separable / full).isCloseTo(1.0 / 128 + 1.0 / 9, within(1e-12));
        assertThat(cost(
                                data,
                                new DepthwiseConvolution2D(1, 3, 1, 1, Padding.SAME, Activation.RELU),
                                convolution(128, 1, Padding.SAME))
                        .multiplyAdds())
                .isEqualTo(separable);
    }

    @Test
    void transposedConvolutionsTakeAsManyAsTheConvolutionBack() {
        GraphCost cost = cost(images(3, 14, 10), new TransposedConvolution2D(8, 4, 2, Padding.SAME, Activation.RELU));
        assertThat(cost.multiplyAdds()).isEqualTo(3L * 14 * 14 * 8 * 16);
        assertThat(last(cost).field()).contains(new ReceptiveField(2, 0.5, false));
    }

    @Test
    void attentionTakesFourProjectionsAndTwoProductsOfAllPairs() {
        long steps = 50;
        long size = 32;
        assertThat(cost(series(32, 50), new SelfAttention(4, true, 0)).multiplyAdds())
                .isEqualTo(4 * steps * size * size + 2 * steps * steps * size);
        assertThat(cost(series(32, 50), new FeedForward(100, Activation.GELU, 0))
                        .multiplyAdds())
                .isEqualTo(2 * steps * size * 100);
        GraphDocument crossed = new Graphs()
                .node("in", new Input())
                .node("memory", new Convolution1D(16, 1, 2, 1, Padding.SAME, Activation.IDENTITY))
                .node("cross", new CrossAttention(2, 0))
                .edges("in -> memory -> cross:1", "in -> cross:0")
                .document();
        assertThat(cost(crossed, series(32, 50))
                        .layer(new NodeId("cross"))
                        .orElseThrow()
                        .multiplyAdds())
                .isEqualTo(2 * steps * size * size + 2 * 25 * 16 * size + 2 * steps * 25 * size);
    }

    @Test
    void recurrenceTakesItsWeightsOnceForEachStep() {
        DataSpec data = series(3, 50);
        assertThat(cost(data, new SimpleRnn(20, Activation.TANH)).multiplyAdds())
                .isEqualTo(50 * 20 * 23);
        assertThat(cost(data, new Lstm(20)).multiplyAdds()).isEqualTo(50 * 4 * 20 * 23);
        assertThat(cost(data, new Gru(20)).multiplyAdds()).isEqualTo(50 * 3 * 20 * 23);
        assertThat(cost(data, new Bidirectional(Cell.LSTM, 20, Merge.ADD)).multiplyAdds())
                .isEqualTo(2 * 50 * 4 * 20 * 23);
        assertThat(last(cost(data, new Gru(20))).field()).contains(ReceptiveField.WHOLE);
    }

    @Test
    void causalDilatedConvolutionsSeeTwiceAsFarWithEachLayer() {
        GraphCost cost = cost(
                series(1, 100),
                new Convolution1D(4, 2, 1, 1, Padding.SAME, Activation.RELU),
                new Convolution1D(4, 2, 1, 2, Padding.SAME, Activation.RELU),
                new Convolution1D(4, 2, 1, 4, Padding.SAME, Activation.RELU),
                new Pooling1D(PoolingMode.MAX, 2, 2, Padding.VALID));
        assertThat(cost.layers().stream()
                        .map(layer -> layer.field().orElseThrow().size()))
                .containsExactly(1L, 2L, 4L, 8L, 9L);
        assertThat(last(cost).field().orElseThrow().stride()).isEqualTo(2);
    }

    @Test
    void whereBranchesMeetTheLargestFieldCounts() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("small", convolution(4, 1, Padding.SAME))
                .node("large", convolution(4, 5, Padding.SAME))
                .node("sum", new Add())
                .node("all", new Concatenate())
                .node("turned", new Permute(AxisOrder.HEIGHT_CHANNELS_WIDTH))
                .node("pooled", new GlobalPooling(PoolingMode.MAX))
                .edges("in -> small -> sum:0", "in -> large -> sum:1", "sum -> all:0", "in -> all:1")
                .edges("all -> pooled", "sum -> turned")
                .document();
        GraphCost cost = cost(document, images(3, 28, 10));
        assertThat(cost.layer(new NodeId("sum")).orElseThrow().field()).contains(new ReceptiveField(5, 1, false));
        assertThat(cost.layer(new NodeId("all")).orElseThrow().field()).contains(new ReceptiveField(5, 1, false));
        assertThat(cost.layer(new NodeId("pooled")).orElseThrow().field()).contains(ReceptiveField.WHOLE);
        assertThat(cost.layer(new NodeId("turned")).orElseThrow().field()).isEmpty();
    }

    @Test
    void whatIsHeldUntilTheBackwardPassIsMoreThanOutputs() {
        assertThat(last(cost(images(3, 28, 10), convolution(8, 3, Padding.SAME)))
                        .activationBytes())
                .isEqualTo(4L * 8 * 28 * 28);
        assertThat(last(cost(series(32, 50), new SelfAttention(4, false, 0))).activationBytes())
                .isEqualTo(4L * (5 * 50 * 32 + 4 * 50 * 50));
        assertThat(last(cost(series(3, 50), new Lstm(20))).activationBytes()).isEqualTo(4L * 50 * 6 * 20);
        assertThat(cost(images(3, 28, 10), new BatchNormalization(0.9, 1e-5)).multiplyAdds())
                .isZero();
    }

    @Test
    void blocksSumUpWhatIsInsideAndTellItWhenTheyAreOpened() {
        Block block = new Block(
                "two",
                new Graphs()
                        .node("in", new BlockInput(0))
                        .node("a", convolution(4, 3, Padding.SAME))
                        .node("b", convolution(4, 3, Padding.SAME))
                        .edges("in -> a -> b")
                        .document()
                        .graph(),
                List.of(),
                3);
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("stem", convolution(4, 1, Padding.SAME))
                .node("blocks", block)
                .edges("in -> stem -> blocks")
                .document();
        Outline outside = Outline.of(document, images(3, 28, 10), Optional.empty());
        LayerCost sum = outside.nodes().layer(new NodeId("blocks")).orElseThrow();
        long one = 28L * 28 * 4 * 4 * 9;
        assertThat(sum.multiplyAdds()).isEqualTo(6 * one);
        assertThat(sum.parameters()).isEqualTo(6 * (4 * 4 * 9 + 4));
        assertThat(sum.field()).contains(new ReceptiveField(13, 1, false));
        assertThat(outside.nodes().multiplyAdds()).isEqualTo(outside.flat().multiplyAdds());

        Outline inside = Outline.of(document, images(3, 28, 10), Optional.of(new NodeId("blocks")));
        assertThat(inside.nodes().layer(new NodeId("a")).orElseThrow().multiplyAdds())
                .isEqualTo(3 * one);
        assertThat(inside.nodes().layer(new NodeId("stem"))).isEmpty();
        assertThat(outside.places()).containsEntry(new NodeId("blocks.2.b"), new NodeId("blocks"));
        assertThat(inside.places()).containsEntry(new NodeId("blocks.2.b"), new NodeId("b"));
    }

    /** In any document that can be analysed, every layer with weights on inputs of some size computes with them. */
    @Test
    void everyLayerThatTheCatalogueKnowsHasACost() {
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            for (DataSpec data : List.of(Graphs.IMAGES, Graphs.SERIES, Graphs.TABLE, Graphs.NUMBERS, Graphs.TEXT)) {
                GraphCost cost = cost(data, layer);
                for (LayerCost found : cost.layers()) {
                    assertThat(found.activationBytes()).as("%s", found).isPositive();
                    assertThat(found.multiplyAdds()).as("%s", found).isNotNegative();
                }
            }
        }
    }

    @Property(tries = 200)
    void costsOfAStackAddUp(
            @ForAll("convolutions") @Size(min = 1, max = 5) List<LayerSpec> first,
            @ForAll("convolutions") @Size(min = 1, max = 5) List<LayerSpec> second) {
        DataSpec data = images(3, 40, 10);
        GraphCost below = cost(data, first.toArray(LayerSpec[]::new));
        Shape between = last(below).output();
        GraphCost above = cost(new DataSpec(between, data.target()), second.toArray(LayerSpec[]::new));
        List<LayerSpec> both = new ArrayList<>(first);
        both.addAll(second);
        GraphCost whole = cost(data, both.toArray(LayerSpec[]::new));
        assertThat(whole.multiplyAdds()).isEqualTo(below.multiplyAdds() + above.multiplyAdds());
        assertThat(whole.parameters()).isEqualTo(below.parameters() + above.parameters());
        assertThat(whole.activationBytes())
                .isEqualTo(below.activationBytes() + above.activationBytes() - 4 * between.size());
        ReceptiveField near = last(below).field().orElseThrow();
        ReceptiveField far = last(above).field().orElseThrow();
        ReceptiveField seen = last(whole).field().orElseThrow();
        assertThat(seen.stride()).isEqualTo(near.stride() * far.stride());
        assertThat(seen.size()).isEqualTo(near.size() + Math.round((far.size() - 1) * near.stride()));
    }

    @Provide
    Arbitrary<List<LayerSpec>> convolutions() {
        Arbitrary<LayerSpec> full = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, 2))
                .as((filters, kernel, stride, dilation) ->
                        new Convolution2D(filters, kernel, stride, dilation, Padding.SAME, Activation.RELU));
        Arbitrary<LayerSpec> pooled = Arbitraries.integers()
                .between(1, 3)
                .map(kernel -> new Pooling2D(PoolingMode.AVERAGE, kernel, kernel, Padding.SAME));
        Arbitrary<LayerSpec> separable = Arbitraries.integers()
                .between(1, 9)
                .map(filters -> new SeparableConvolution2D(filters, 3, 1, 1, Padding.SAME, Activation.RELU));
        return Arbitraries.oneOf(full, pooled, separable).list();
    }
}
