package org.vitrine.worker;

import java.util.List;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** Small networks of each family, all with dropout. */
public final class Models {
    private Models() {}

    /** Convolution, batch normalisation, pooling; for 8 × 8 images. */
    public static ModelGraph cnn() {
        return Graphs.chain(
                new Input(),
                new Convolution2D(6, 3, 1, 1, Padding.SAME, Activation.RELU),
                new BatchNormalization(0.9, 1e-5),
                new Pooling2D(PoolingMode.AVERAGE, 2, 2, Padding.VALID),
                new Convolution2D(8, 3, 1, 1, Padding.SAME, Activation.TANH),
                new Flatten(),
                new Dropout(0.2),
                new Dense(16, Activation.RELU),
                new ClassificationOutput());
    }

    /** Two LSTMs, one from each end, and a binary head. */
    public static ModelGraph bidirectional() {
        return Graphs.chain(
                new Input(),
                new Embedding(6),
                new Dropout(0.2),
                new Bidirectional(Cell.LSTM, 5, Merge.CONCATENATE),
                new GlobalPooling(PoolingMode.AVERAGE),
                new BinaryOutput());
    }

    public static ModelGraph lstm(int units) {
        return Graphs.chain(
                new Input(), new Embedding(16), new Lstm(units), new LastStep(), new ClassificationOutput());
    }

    /** One encoder block with normalisation after the residual connections (Vaswani et al. 2017). */
    public static ModelGraph transformer(int features, int hidden, double dropout) {
        return new ModelGraph(
                List.of(
                        node("input", new Input()),
                        node("embedding", new Embedding(features)),
                        node("positions", new PositionalEncoding(PositionKind.SINUSOIDAL)),
                        node("attention", new SelfAttention(2, false, dropout)),
                        node("add1", new Add()),
                        node("norm1", new LayerNormalization(1e-5)),
                        node("feedforward", new FeedForward(hidden, Activation.GELU, dropout)),
                        node("add2", new Add()),
                        node("norm2", new LayerNormalization(1e-5)),
                        node("pool", new GlobalPooling(PoolingMode.AVERAGE)),
                        node("output", new ClassificationOutput())),
                List.of(
                        edge("input", "embedding", 0),
                        edge("embedding", "positions", 0),
                        edge("positions", "attention", 0),
                        edge("positions", "add1", 0),
                        edge("attention", "add1", 1),
                        edge("add1", "norm1", 0),
                        edge("norm1", "feedforward", 0),
                        edge("norm1", "add2", 0),
                        edge("feedforward", "add2", 1),
                        edge("add2", "norm2", 0),
                        edge("norm2", "pool", 0),
                        edge("pool", "output", 0)));
    }

    private static Node node(String id, LayerSpec layer) {
        return new Node(new NodeId(id), layer);
    }

    private static Edge edge(String from, String to, int port) {
        return new Edge(new NodeId(from), new NodeId(to), port);
    }
}
