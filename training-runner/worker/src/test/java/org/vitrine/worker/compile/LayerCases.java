package org.vitrine.worker.compile;

import java.util.List;
import java.util.stream.Stream;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.Mining;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Pooling1D;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.ReconstructionLoss;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SeparableConvolution2D;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.layer.TransposedConvolution2D;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** Every layer of the catalogue, made small, and settings that make another computation of it. */
final class LayerCases {
    private static final List<LayerSpec> MORE = List.of(
            new Dense(3, Activation.SOFTMAX),
            new ActivationLayer(Activation.SOFTMAX),
            new ActivationLayer(Activation.GELU),
            new ActivationLayer(Activation.SWISH),
            new ActivationLayer(Activation.LEAKY_RELU),
            new ActivationLayer(Activation.ELU),
            new ActivationLayer(Activation.SIGMOID),
            new Convolution2D(3, 3, 2, 1, Padding.VALID, Activation.GELU),
            new Convolution2D(3, 2, 1, 2, Padding.SAME, Activation.TANH),
            new DepthwiseConvolution2D(1, 3, 2, 1, Padding.VALID, Activation.TANH),
            new DepthwiseConvolution2D(2, 2, 1, 2, Padding.SAME, Activation.TANH),
            new SeparableConvolution2D(3, 3, 2, 1, Padding.VALID, Activation.TANH),
            new SeparableConvolution2D(3, 2, 1, 2, Padding.SAME, Activation.TANH),
            new TransposedConvolution2D(3, 3, 2, Padding.VALID, Activation.TANH),
            new TransposedConvolution2D(3, 2, 3, Padding.SAME, Activation.TANH),
            new TransposedConvolution2D(3, 4, 1, Padding.SAME, Activation.TANH),
            new Convolution1D(3, 2, 2, 1, Padding.VALID, Activation.TANH),
            new Convolution1D(3, 2, 1, 2, Padding.SAME, Activation.TANH),
            new Convolution1D(2, 4, 2, 1, Padding.SAME, Activation.TANH),
            new Convolution1D(2, 2, 1, 3, Padding.VALID, Activation.GELU),
            new Pooling2D(PoolingMode.AVERAGE, 3, 2, Padding.SAME),
            new Pooling1D(PoolingMode.AVERAGE, 2, 1, Padding.SAME),
            new Pooling1D(PoolingMode.MAX, 3, 2, Padding.SAME),
            new Pooling1D(PoolingMode.AVERAGE, 3, 1, Padding.VALID),
            new GlobalPooling(PoolingMode.MAX),
            new SimpleRnn(3, Activation.SIGMOID),
            new Bidirectional(Cell.GRU, 3, Merge.ADD),
            new Bidirectional(Cell.GRU, 2, Merge.AVERAGE),
            new Bidirectional(Cell.SIMPLE_RNN, 3, Merge.MULTIPLY),
            new Bidirectional(Cell.LSTM, 2, Merge.MULTIPLY),
            new Slice(SliceAxis.TIME, 2, 1),
            new PositionalEncoding(PositionKind.LEARNED),
            new Slice(SliceAxis.TIME, 1, 3),
            new Slice(SliceAxis.FEATURES, 1, 1),
            new Slice(SliceAxis.HEIGHT, 1, 3),
            new Slice(SliceAxis.WIDTH, 2, 3),
            new Permute(AxisOrder.HEIGHT_WIDTH_CHANNELS),
            new Permute(AxisOrder.WIDTH_CHANNELS_HEIGHT),
            new Reshape(Layout.IMAGE, 5, 1, 1),
            new Reshape(Layout.IMAGE, 5, 2, 2),
            new Reshape(Layout.IMAGE, 3, 4, 5),
            new Reshape(Layout.SEQUENCE, 2, 10, 1),
            new Reshape(Layout.SEQUENCE, 15, 4, 1),
            new SelfAttention(2, true, 0),
            new SelfAttention(2, false, 0.4),
            new CrossAttention(2, 0.4),
            new FeedForward(5, Activation.TANH, 0.4),
            new RegressionOutput(RegressionLoss.MAE, 1),
            new RegressionOutput(RegressionLoss.HUBER, 0.3),
            new ClassificationOutput(0.1, 2),
            new TripletOutput(3, 0.4, Mining.BATCH_HARD),
            new ReconstructionOutput(ReconstructionLoss.MSE),
            new GroupNormalization(1, 1e-3),
            new BatchNormalization(0.5, 1e-3));

    private LayerCases() {}

    static List<LayerSpec> specs() {
        return Stream.concat(LayerCatalogue.defaults().stream().map(LayerCases::reduced), MORE.stream())
                .toList();
    }

    /** On every kind of input and target that they take. */
    static Stream<LayerCase> all() {
        return specs().stream().flatMap(spec -> LayerCase.of(spec).stream());
    }

    /** The same layer with few units, and with an activation that has no kink; finite differences want both. */
    private static LayerSpec reduced(LayerSpec spec) {
        LayerSpec small = spec;
        for (Parameter parameter : Parameters.of((Record) spec)) {
            Object value =
                    switch (parameter.name()) {
                        case "units", "filters" -> 3;
                        case "hidden" -> 5;
                        case "heads", "groups", "multiplier" -> 2;
                        default -> parameter.value() == Activation.RELU ? Activation.SIGMOID : parameter.value();
                    };
            small = Parameters.with(small, parameter.name(), value);
        }
        return spec instanceof Reshape ? new Reshape(Layout.IMAGE, 2, 2, 5) : small;
    }
}
