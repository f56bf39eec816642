package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;

/**
 * All layers with the parameters that a new node starts with, in palette order. Blocks and their inputs are left out: they
 * have no default, stand for other layers, and are gone before anything is computed; the block library offers them.
 */
public final class LayerCatalogue {
    private static final List<LayerSpec> DEFAULTS = List.of(
            new Input(),
            new Dense(64, Activation.RELU),
            new ActivationLayer(Activation.RELU),
            new Convolution2D(16, 3, 1, 1, Padding.SAME, Activation.RELU),
            new DepthwiseConvolution2D(1, 3, 1, 1, Padding.SAME, Activation.RELU),
            new SeparableConvolution2D(16, 3, 1, 1, Padding.SAME, Activation.RELU),
            new TransposedConvolution2D(16, 3, 2, Padding.SAME, Activation.RELU),
            new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID),
            new Convolution1D(32, 3, 1, 1, Padding.SAME, Activation.RELU),
            new Pooling1D(PoolingMode.MAX, 2, 2, Padding.VALID),
            new GlobalPooling(PoolingMode.AVERAGE),
            new Embedding(32),
            new SimpleRnn(32, Activation.TANH),
            new Lstm(32),
            new Gru(32),
            new Bidirectional(Cell.LSTM, 32, Merge.CONCATENATE),
            new LastStep(),
            new PositionalEncoding(PositionKind.SINUSOIDAL),
            new SelfAttention(4, false, 0),
            new CrossAttention(4, 0),
            new FeedForward(64, Activation.RELU, 0),
            new BatchNormalization(0.9, 1e-5),
            new LayerNormalization(1e-5),
            new RmsNormalization(1e-5),
            new GroupNormalization(4, 1e-5),
            new Dropout(0.5),
            new Sampling(1),
            new Flatten(),
            new Add(),
            new Concatenate(),
            new Multiply(),
            new Subtract(),
            new Average(),
            new Slice(SliceAxis.TIME, 0, 1),
            new Reshape(Layout.IMAGE, 1, 28, 28),
            new Permute(AxisOrder.REVERSED),
            new ClassificationOutput(),
            new BinaryOutput(),
            new RegressionOutput(RegressionLoss.MSE),
            new CtcOutput(),
            new TripletOutput(32, 0.2, Mining.SEMI_HARD),
            new CenterOutput(32, 0.05),
            new DetectionOutput(5, 0.5),
            new ReconstructionOutput(ReconstructionLoss.BINARY_CROSS_ENTROPY));

    private LayerCatalogue() {}

    /** Every layer once, with default parameters. */
    public static List<LayerSpec> defaults() {
        return DEFAULTS;
    }

    /** The default of a type by its name in files, such as {@code Dense}. */
    public static Optional<LayerSpec> byType(String type) {
        return DEFAULTS.stream().filter(spec -> spec.type().equals(type)).findFirst();
    }
}
