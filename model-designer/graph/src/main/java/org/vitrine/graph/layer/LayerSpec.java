package org.vitrine.graph.layer;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/**
 * A layer of the graph as the user sees it. Each is one record; its components, with their {@link Range}, drive the
 * inspector form, the JSON and the documentation. To add one: a record here, its line in {@link LayerCatalogue}, its
 * case in {@link LayerVisitor} and its texts in {@code layers.properties}.
 */
public sealed interface LayerSpec
        permits Input,
                Dense,
                ActivationLayer,
                Dropout,
                Flatten,
                Add,
                Average,
                Subtract,
                Multiply,
                Concatenate,
                Slice,
                Permute,
                Reshape,
                Convolution1D,
                Convolution2D,
                DepthwiseConvolution2D,
                SeparableConvolution2D,
                TransposedConvolution2D,
                Pooling1D,
                Pooling2D,
                GlobalPooling,
                BatchNormalization,
                LayerNormalization,
                RmsNormalization,
                GroupNormalization,
                Embedding,
                PositionalEncoding,
                SimpleRnn,
                Lstm,
                Gru,
                Bidirectional,
                LastStep,
                SelfAttention,
                CrossAttention,
                FeedForward,
                ClassificationOutput,
                BinaryOutput,
                RegressionOutput,
                CtcOutput,
                TripletOutput,
                CenterOutput,
                DetectionOutput,
                ReconstructionOutput,
                Sampling,
                BlockInput,
                NestedLayer {

    /** The family, which gives the palette group, the icon and the colour. */
    Family family();

    /**
     * Infers the output shape and counts the trainable parameters.
     *
     * @param inputs one shape per connected input port, in port order
     * @param data the data set's input and target; read by the input layer and the output heads alone
     * @throws ShapeException if the layer can not take these inputs
     */
    Inference infer(List<Shape> inputs, DataSpec data);

    <R> R accept(LayerVisitor<R> visitor);

    /** How many inputs the layer takes. */
    default Ports ports() {
        return Ports.ONE;
    }

    /** What models that end in this layer are judged by; empty for layers that no model can end in. */
    default Optional<Metric> metric() {
        return Optional.empty();
    }

    /** The type name used in files and in the palette, such as {@code Convolution2D}. */
    default String type() {
        return getClass().getSimpleName();
    }
}
