package org.vitrine.worker;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** Networks from sequence to sequence, whose input is [source | target, moved by one step]. */
public final class SequenceModels {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private SequenceModels() {
        nodes.add(new Node(new NodeId("input"), new Input()));
    }

    /** An encoder that reads from both ends, a decoder that looks at it before its second layer (Bahdanau et al. 2015). */
    public static ModelGraph attentiveLstm(int source, int target, int features) {
        SequenceModels graph = new SequenceModels();
        graph.add("source", new Slice(SliceAxis.TIME, 0, source), "input");
        graph.add("sourceEmbedding", new Embedding(features / 2), "source");
        graph.add("encoder", new Bidirectional(Cell.LSTM, features / 2, Merge.CONCATENATE), "sourceEmbedding");
        graph.add("target", new Slice(SliceAxis.TIME, source, target), "input");
        graph.add("targetEmbedding", new Embedding(features / 2), "target");
        graph.add("decoder1", new Lstm(features), "targetEmbedding");
        graph.add("attention", new CrossAttention(1, 0), "decoder1", "encoder");
        graph.add("both", new Concatenate(), "decoder1", "attention");
        graph.add("decoder2", new Lstm(features), "both");
        return graph.add("output", new ClassificationOutput(), "decoder2").build();
    }

    /** One block each for encoder and decoder (Vaswani et al. 2017). */
    public static ModelGraph transformer(int source, int target, int features) {
        SequenceModels graph = new SequenceModels();
        graph.part("source", 0, source, features);
        graph.residual("reads", new SelfAttention(2, false, 0), "source3");
        graph.residual("thinks", new FeedForward(2 * features, Activation.GELU, 0), "reads3");
        graph.part("target", source, target, features);
        graph.residual("recalls", new SelfAttention(2, true, 0), "target3");
        graph.residual("looks", new CrossAttention(2, 0), "recalls3", "thinks3");
        graph.residual("decides", new FeedForward(2 * features, Activation.GELU, 0), "looks3");
        return graph.add("output", new ClassificationOutput(), "decides3").build();
    }

    private void part(String name, int start, int length, int features) {
        add(name + "1", new Slice(SliceAxis.TIME, start, length), "input");
        add(name + "2", new Embedding(features), name + "1");
        add(name + "3", new PositionalEncoding(PositionKind.SINUSOIDAL), name + "2");
    }

    private void residual(String name, LayerSpec layer, String... from) {
        add(name + "1", layer, from);
        add(name + "2", new Add(), from[0], name + "1");
        add(name + "3", new LayerNormalization(1e-5), name + "2");
    }

    private SequenceModels add(String name, LayerSpec layer, String... from) {
        nodes.add(new Node(new NodeId(name), layer));
        for (int port = 0; port < from.length; port++) {
            edges.add(new Edge(new NodeId(from[port]), new NodeId(name), port));
        }
        return this;
    }

    private ModelGraph build() {
        return new ModelGraph(nodes, edges);
    }
}
