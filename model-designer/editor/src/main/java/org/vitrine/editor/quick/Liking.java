package org.vitrine.editor.quick;

import java.util.List;
import java.util.Optional;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** What people put behind a shape most often, and behind a layer: the order of offers. */
final class Liking {
    private static final List<String> TOKENS = List.of("Embedding");
    private static final List<String> IMAGE = List.of(
            "Convolution2D",
            "Pooling2D",
            "BatchNormalization",
            "Flatten",
            "GlobalPooling",
            "Dropout",
            "ActivationLayer",
            "Add",
            "SeparableConvolution2D",
            "DepthwiseConvolution2D",
            "TransposedConvolution2D",
            "Concatenate");
    private static final List<String> SEQUENCE = List.of(
            "Lstm",
            "SelfAttention",
            "FeedForward",
            "Gru",
            "Convolution1D",
            "GlobalPooling",
            "LastStep",
            "Bidirectional",
            "LayerNormalization",
            "Add",
            "PositionalEncoding",
            "Dropout",
            "Pooling1D");
    private static final List<String> FLAT = List.of(
            "Dense",
            "Dropout",
            "ClassificationOutput",
            "RegressionOutput",
            "BinaryOutput",
            "BatchNormalization",
            "ActivationLayer",
            "Add",
            "Concatenate");
    private static final List<String> START = List.of("Input");
    /** Layers that are seldom put behind themselves at once. */
    private static final List<String> ONCE =
            List.of("Pooling2D", "Pooling1D", "Dropout", "BatchNormalization", "LayerNormalization", "ActivationLayer");

    private static final double REPEATED = 20;
    private static final double NEEDS_MORE = 50;
    private static final double UNLISTED = 30;

    private Liking() {}

    /** Less is better. */
    static double rank(Offer offer, Optional<Shape> arriving, Optional<LayerSpec> behind) {
        List<String> order = order(arriving);
        String type = offer.layer().type();
        int place = order.indexOf(type);
        double rank = place < 0 ? UNLISTED : place;
        if (behind.filter(layer -> layer.type().equals(type) && ONCE.contains(type))
                .isPresent()) {
            rank += REPEATED;
        }
        // What comes next in most networks: pooling behind a convolution, a convolution behind pooling.
        if (type.equals("Pooling2D")
                && behind.filter(layer -> layer.type().equals("Convolution2D")).isPresent()) {
            rank -= 1.5;
        }
        return rank + NEEDS_MORE * offer.before().size();
    }

    private static List<String> order(Optional<Shape> arriving) {
        if (arriving.isEmpty()) {
            return START;
        }
        Shape shape = arriving.get();
        if (shape instanceof Image) {
            return IMAGE;
        }
        if (shape instanceof Tokens) {
            return TOKENS;
        }
        return shape instanceof Sequence ? SEQUENCE : shape instanceof Flat ? FLAT : List.of();
    }
}
