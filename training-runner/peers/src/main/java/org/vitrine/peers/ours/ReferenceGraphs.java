package org.vitrine.peers.ours;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.peers.ReferenceNet;

/** The reference networks as a user would assemble them. Nodes are named as the parameters of the PyTorch networks. */
public final class ReferenceGraphs {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private String last = "";

    private ReferenceGraphs() {}

    public static ModelGraph of(ReferenceNet net) {
        ReferenceGraphs graph = new ReferenceGraphs();
        graph.add("input", new Input());
        switch (net) {
            case LENET -> graph.convolution("1", 20).convolution("2", 50).dense("dense", 500);
            case CIFAR ->
                graph.convolution("1", 6)
                        .convolution("2", 16)
                        .dense("dense1", 120)
                        .dense("dense2", 84);
            case LSTM -> graph.add("recurrent", new Lstm(100)).add("last", new LastStep());
            case GRU -> graph.add("recurrent", new Gru(100)).add("last", new LastStep());
            case ENCODER ->
                graph.positions("positions")
                        .block("1", 4, 128, false, Activation.RELU)
                        .block("2", 4, 128, false, Activation.RELU)
                        .add("pool", new GlobalPooling(PoolingMode.AVERAGE));
            case CAUSAL ->
                graph.add("embedding", new Embedding(128))
                        .positions("positions")
                        .block("1", 4, 512, true, Activation.RELU)
                        .block("2", 4, 512, true, Activation.RELU);
            case ENCODER_DECODER -> {
                graph.part("source", 0)
                        .block("1", 4, 128, false, Activation.GELU)
                        .block("2", 4, 128, false, Activation.GELU);
                String memory = graph.last;
                graph.last = "input";
                graph.part("target", 32).decoderBlock("3", memory).decoderBlock("4", memory);
            }
        }
        graph.add("output", new ClassificationOutput());
        return new ModelGraph(graph.nodes, graph.edges);
    }

    /** Puts a layer behind the last one. */
    private ReferenceGraphs add(String name, LayerSpec layer) {
        nodes.add(new Node(new NodeId(name), layer));
        if (!last.isEmpty()) {
            edge(last, name, 0);
        }
        last = name;
        return this;
    }

    private void edge(String from, String to, int port) {
        edges.add(new Edge(new NodeId(from), new NodeId(to), port));
    }

    private ReferenceGraphs convolution(String number, int filters) {
        return add("conv" + number, new Convolution2D(filters, 5, 1, 1, Padding.VALID, Activation.RELU))
                .add("pool" + number, new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID));
    }

    private ReferenceGraphs dense(String name, int units) {
        if (name.equals("dense") || name.equals("dense1")) {
            add("flatten", new Flatten());
        }
        return add(name, new Dense(units, Activation.RELU));
    }

    private ReferenceGraphs positions(String name) {
        return add(name, new PositionalEncoding(PositionKind.SINUSOIDAL));
    }

    private ReferenceGraphs block(String number, int heads, int hidden, boolean causal, Activation activation) {
        return residual("attention" + number, new SelfAttention(heads, causal, 0), number + "a")
                .residual("feedforward" + number, new FeedForward(hidden, activation, 0), number + "b");
    }

    /** 32 of the tokens, embedded. */
    private ReferenceGraphs part(String name, int start) {
        return add(name, new Slice(SliceAxis.TIME, start, 32))
                .add(name + "-embedding", new Embedding(64))
                .positions(name + "-positions");
    }

    private ReferenceGraphs decoderBlock(String number, String memory) {
        residual("attention" + number, new SelfAttention(4, true, 0), number + "a");
        residual("cross" + number, new CrossAttention(4, 0), number + "c");
        edge(memory, "cross" + number, 1);
        return residual("feedforward" + number, new FeedForward(128, Activation.GELU, 0), number + "b");
    }

    private ReferenceGraphs residual(String name, LayerSpec layer, String number) {
        String before = last;
        add(name, layer).add("add" + number, new Add());
        edge(before, "add" + number, 1);
        return add("norm" + number, new LayerNormalization(1e-5));
    }
}
