package org.vitrine.graph.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** Shapes and parameter counts against counting by hand. */
class ShapeInferenceTest {
    private static final DataSpec DATA = new DataSpec(new Image(3, 8, 8), Target.classes(5));

    @Property
    void windowsAreAsManyAsFitOneByOne(
            @ForAll @IntRange(min = 1, max = 70) int input,
            @ForAll @IntRange(min = 1, max = 9) int kernel,
            @ForAll @IntRange(min = 1, max = 4) int stride,
            @ForAll @IntRange(min = 1, max = 3) int dilation) {
        int valid = 0;
        int same = 0;
        for (int start = 0; start < input; start += stride) {
            same++;
            if (start + dilation * (kernel - 1) < input) {
                valid++;
            }
        }
        Sequence sequence = new Sequence(2, input);
        LayerSpec padded = new Convolution1D(7, kernel, stride, dilation, Padding.SAME, Activation.RELU);
        assertThat(padded.infer(List.of(sequence), DATA))
                .isEqualTo(new Inference(new Sequence(7, same), (2L * kernel + 1) * 7));
        LayerSpec bare = new Convolution1D(7, kernel, stride, dilation, Padding.VALID, Activation.RELU);
        if (valid == 0) {
            assertThatThrownBy(() -> bare.infer(List.of(sequence), DATA)).isInstanceOf(ShapeException.class);
        } else {
            assertThat(output(bare, sequence)).isEqualTo(new Sequence(7, valid));
        }
    }

    @Property
    void imagesAreSlicedLikeTheirSides(
            @ForAll @IntRange(min = 5, max = 40) int height,
            @ForAll @IntRange(min = 5, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 5) int kernel,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll Padding padding) {
        Window window = new Window(kernel, stride, 1, padding);
        Image image = new Image(3, height, width);
        Image small = new Image(3, window.output(height), window.output(width));
        assertThat(output(new Pooling2D(PoolingMode.MAX, kernel, stride, padding), image))
                .isEqualTo(small);
        assertThat(new Convolution2D(6, kernel, stride, 1, padding, Activation.RELU).infer(List.of(image), DATA))
                .isEqualTo(new Inference(new Image(6, small.height(), small.width()), 6L * 3 * kernel * kernel + 6));
    }

    @Property
    void aTransposedConvolutionUndoesTheShapeOfAConvolution(
            @ForAll @IntRange(min = 1, max = 12) int positions,
            @ForAll @IntRange(min = 1, max = 5) int kernel,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll Padding padding) {
        LayerSpec transposed = new TransposedConvolution2D(6, kernel, stride, padding, Activation.RELU);
        Inference grown = transposed.infer(List.of(new Image(3, positions, positions)), DATA);
        assertThat(grown.parameters()).isEqualTo(6L * 3 * kernel * kernel + 6);
        assertThat(output(new Convolution2D(3, kernel, stride, 1, padding, Activation.RELU), grown.output()))
                .isEqualTo(new Image(3, positions, positions));
    }

    @Test
    void depthwiseAndSeparableConvolutionsSpareWeights() {
        Image image = new Image(3, 8, 9);
        assertThat(new DepthwiseConvolution2D(2, 5, 1, 1, Padding.SAME, Activation.RELU).infer(List.of(image), DATA))
                .isEqualTo(new Inference(new Image(6, 8, 9), 6 * 25 + 6));
        assertThat(new SeparableConvolution2D(7, 3, 1, 1, Padding.VALID, Activation.RELU).infer(List.of(image), DATA))
                .isEqualTo(new Inference(new Image(7, 6, 7), 3 * 9 + 3 * 7 + 7));
    }

    @Property
    void recurrentCellsHaveTheKnownNumberOfWeights(
            @ForAll @IntRange(min = 1, max = 50) int features, @ForAll @IntRange(min = 1, max = 50) int units) {
        Sequence input = new Sequence(features, 9);
        long inputWeights = (long) features * units;
        long recurrentWeights = (long) units * units;
        assertThat(new SimpleRnn(units, Activation.TANH).infer(List.of(input), DATA))
                .isEqualTo(new Inference(new Sequence(units, 9), inputWeights + recurrentWeights + units));
        assertThat(new Lstm(units).infer(List.of(input), DATA).parameters())
                .isEqualTo(4 * (inputWeights + recurrentWeights + units));
        assertThat(new Gru(units).infer(List.of(input), DATA).parameters())
                .isEqualTo(3 * (inputWeights + recurrentWeights + 2L * units));
        for (Cell cell : Cell.values()) {
            long single = cell.parameters(features, units);
            assertThat(new Bidirectional(cell, units, Merge.CONCATENATE).infer(List.of(input), DATA))
                    .isEqualTo(new Inference(new Sequence(2L * units, 9), 2 * single));
            assertThat(output(new Bidirectional(cell, units, Merge.ADD), input)).isEqualTo(new Sequence(units, 9));
        }
    }

    @Test
    void transformerPartsKeepTheirShape() {
        Sequence input = new Sequence(32, 10);
        assertThat(new SelfAttention(4, false, 0).infer(List.of(input), DATA))
                .isEqualTo(new Inference(input, 4 * (32 * 32 + 32)));
        assertThat(new CrossAttention(4, 0).infer(List.of(input, new Sequence(20, 7)), DATA))
                .isEqualTo(new Inference(input, 2 * (32 * 32 + 32) + 2 * (20 * 32 + 32)));
        assertThat(new FeedForward(64, Activation.RELU, 0).infer(List.of(input), DATA))
                .isEqualTo(new Inference(input, 32 * 64 + 64 + 64 * 32 + 32));
        assertThat(new LayerNormalization(1e-5).infer(List.of(input), DATA)).isEqualTo(new Inference(input, 64));
        assertThat(new RmsNormalization(1e-5).infer(List.of(input), DATA)).isEqualTo(new Inference(input, 32));
        assertThat(new GroupNormalization(8, 1e-5).infer(List.of(input), DATA)).isEqualTo(new Inference(input, 64));
        assertThat(new PositionalEncoding(PositionKind.LEARNED).infer(List.of(input), DATA))
                .isEqualTo(new Inference(input, 320));
        assertThat(new PositionalEncoding(PositionKind.SINUSOIDAL).infer(List.of(input), DATA))
                .isEqualTo(new Inference(input, 0));
        assertThat(new Embedding(32).infer(List.of(new Tokens(100, 10)), DATA)).isEqualTo(new Inference(input, 3200));
    }

    @Test
    void vectorsAndHeadsHaveTheirSizes() {
        Image image = new Image(3, 8, 8);
        assertThat(output(new Flatten(), image)).isEqualTo(new Flat(192));
        assertThat(output(new Flatten(), new Sequence(4, 5))).isEqualTo(new Flat(20));
        assertThat(output(new GlobalPooling(PoolingMode.MAX), image)).isEqualTo(new Flat(3));
        assertThat(output(new LastStep(), new Sequence(4, 5))).isEqualTo(new Flat(4));
        assertThat(new Dense(10, Activation.RELU).infer(List.of(image), DATA))
                .isEqualTo(new Inference(new Flat(10), 1930));
        assertThat(new Dense(10, Activation.RELU).infer(List.of(new Sequence(4, 5)), DATA))
                .isEqualTo(new Inference(new Sequence(10, 5), 50));
        assertThat(new BatchNormalization(0.9, 1e-5).infer(List.of(image), DATA).parameters())
                .isEqualTo(6);
        assertThat(new ClassificationOutput().infer(List.of(new Flat(7)), DATA))
                .isEqualTo(new Inference(new Flat(5), 40));
        DataSpec two = new DataSpec(image, Target.classes(2));
        assertThat(new BinaryOutput().infer(List.of(new Flat(7)), two)).isEqualTo(new Inference(new Flat(1), 8));
        DataSpec values = new DataSpec(image, Target.values(3));
        assertThat(new RegressionOutput(RegressionLoss.MSE).infer(List.of(new Flat(7)), values))
                .isEqualTo(new Inference(new Flat(3), 24));
    }

    @Test
    void stepsWithTargetsAreClassifiedOneByOne() {
        DataSpec steps = new DataSpec(new Tokens(9, 6), Target.stepClasses(9, 6));
        assertThat(new ClassificationOutput().infer(List.of(new Sequence(4, 6)), steps))
                .isEqualTo(new Inference(new Sequence(9, 6), 45));
        for (Shape wrong : List.of(new Flat(4), new Sequence(4, 3))) {
            assertThatThrownBy(() -> new ClassificationOutput().infer(List.of(wrong), steps))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageContaining("6");
        }
        assertThatThrownBy(() -> new BinaryOutput().infer(List.of(new Flat(4)), steps))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("at each of 6 steps");
        assertThatThrownBy(() -> new ClassificationOutput().infer(List.of(new Sequence(4, 6)), DATA))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("vector");
    }

    @Test
    void branchesJoinAlongTheirChannels() {
        assertThat(new Concatenate().infer(List.of(new Image(2, 4, 4), new Image(3, 4, 4)), DATA))
                .isEqualTo(new Inference(new Image(5, 4, 4), 0));
        assertThat(new Concatenate().infer(List.of(new Flat(2), new Flat(3), new Flat(4)), DATA))
                .isEqualTo(new Inference(new Flat(9), 0));
        assertThat(new Add().infer(List.of(new Flat(3), new Flat(3)), DATA)).isEqualTo(new Inference(new Flat(3), 0));
        assertThatThrownBy(() -> new Concatenate().infer(List.of(new Tokens(9, 3), new Tokens(9, 3)), DATA))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("token ids");
    }

    @Test
    void slicesKeepTheRestOfTheShape() {
        assertThat(output(new Slice(SliceAxis.TIME, 2, 3), new Tokens(9, 5))).isEqualTo(new Tokens(9, 3));
        assertThat(output(new Slice(SliceAxis.TIME, 0, 3), new Sequence(4, 5))).isEqualTo(new Sequence(4, 3));
        assertThat(output(new Slice(SliceAxis.FEATURES, 1, 3), new Sequence(4, 5)))
                .isEqualTo(new Sequence(3, 5));
        assertThat(output(new Slice(SliceAxis.FEATURES, 1, 3), new Flat(4))).isEqualTo(new Flat(3));
        Image image = new Image(3, 6, 7);
        assertThat(output(new Slice(SliceAxis.FEATURES, 1, 2), image)).isEqualTo(new Image(2, 6, 7));
        assertThat(output(new Slice(SliceAxis.HEIGHT, 4, 2), image)).isEqualTo(new Image(3, 2, 7));
        assertThat(output(new Slice(SliceAxis.WIDTH, 6, 1), image)).isEqualTo(new Image(3, 6, 1));
        assertThatThrownBy(() -> output(new Slice(SliceAxis.TIME, 3, 3), new Sequence(4, 5)))
                .hasMessageContaining("positions 3 to 5, the axis has 5");
        assertThatThrownBy(() -> output(new Slice(SliceAxis.TIME, 0, 1), image))
                .hasMessageContaining("does not have the axis");
    }

    @Test
    void permutedAndReshapedShapesKeepTheirValues() {
        Image image = new Image(2, 3, 4);
        assertThat(output(new Permute(AxisOrder.REVERSED), image)).isEqualTo(new Image(4, 3, 2));
        assertThat(output(new Permute(AxisOrder.HEIGHT_WIDTH_CHANNELS), image)).isEqualTo(new Image(3, 4, 2));
        assertThat(output(new Permute(AxisOrder.REVERSED), new Sequence(4, 5))).isEqualTo(new Sequence(5, 4));
        assertThat(output(new Reshape(Layout.IMAGE, 6, 2, 2), image)).isEqualTo(new Image(6, 2, 2));
        assertThat(output(new Reshape(Layout.SEQUENCE, 6, 4, 99), new Flat(24))).isEqualTo(new Sequence(6, 4));
        assertThatThrownBy(() -> output(new Reshape(Layout.IMAGE, 2, 2, 2), image))
                .hasMessageContaining("input 2 × 3 × 4 has 24 values, 2 × 2 × 2 has 8");
    }

    @Test
    void valueByValueLayersWantOneShape() {
        for (LayerSpec layer : List.of(new Add(), new Average(), new Subtract(), new Multiply())) {
            assertThat(layer.infer(List.of(new Flat(3), new Flat(3)), DATA)).isEqualTo(new Inference(new Flat(3), 0));
            assertThatThrownBy(() -> layer.infer(List.of(new Flat(3), new Flat(4)), DATA))
                    .hasMessageContaining(layer.type() + " needs inputs of one shape (3 and 4)");
        }
        assertThat(new Subtract().ports()).isEqualTo(new Ports(2, 2));
    }

    @Test
    void everyLayerTakesOrRefusesEveryShapeInWords() {
        List<Shape> shapes =
                List.of(new Flat(6), new Image(4, 5, 5), new Sequence(8, 6), new Tokens(20, 6), new Image(1, 1, 1));
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            for (Shape shape : shapes) {
                List<Shape> inputs = layer.ports().max() > 1 ? List.of(shape, shape) : List.of(shape);
                try {
                    Inference inference = layer.infer(inputs, DATA);
                    assertThat(inference.output().size()).isPositive();
                    assertThat(inference.parameters()).isNotNegative();
                } catch (ShapeException refusal) {
                    assertThat(refusal.what()).isNotBlank();
                    assertThat(refusal.numbers()).isNotBlank().doesNotContain("{");
                    assertThat(refusal.cure()).endsWith(".");
                }
            }
        }
    }

    @Test
    void everyRefusalHasAllThreeTexts() {
        ResourceBundle bundle = ResourceBundle.getBundle("org.vitrine.graph.layer.problems", Locale.ROOT);
        for (String key : bundle.keySet()) {
            String stem = key.substring(0, key.lastIndexOf('.'));
            assertThat(bundle.keySet()).contains(stem + ".what", stem + ".numbers", stem + ".cure");
        }
    }

    private static Shape output(LayerSpec layer, Shape input) {
        return layer.infer(List.of(input), DATA).output();
    }
}
