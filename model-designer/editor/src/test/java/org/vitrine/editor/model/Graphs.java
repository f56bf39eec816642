package org.vitrine.editor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Concatenate;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** Documents and view models for tests. */
public final class Graphs {
    public static final DataSpec TABLE = new DataSpec(new Flat(4), Target.classes(3));
    public static final DataSpec DIGITS = new DataSpec(new Image(1, 28, 28), Target.classes(10));
    public static final DataSpec TEXT = new DataSpec(new Tokens(2000, 32), Target.classes(2));

    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<NodeId, Position> layout = new HashMap<>();

    public static NodeId id(String name) {
        return new NodeId(name);
    }

    public static Edge edge(String from, String to, int port) {
        return new Edge(id(from), id(to), port);
    }

    public static GraphDocument empty() {
        return new Graphs().document("Empty");
    }

    /** input, dense and output in a column. */
    public static GraphDocument mlp() {
        return new Graphs()
                .chain("input", new Input())
                .chain("dense", new Dense(16, Activation.RELU))
                .chain("output", new ClassificationOutput())
                .document("MLP");
    }

    /** LeNet as it stands in the literature, without positions for its nodes. */
    public static GraphDocument lenet() {
        return new Graphs()
                .chain("input", new Input())
                .chain("conv1", new Convolution2D(6, 5, 1, 1, Padding.SAME, Activation.RELU))
                .chain("pool1", new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID))
                .chain("conv2", new Convolution2D(16, 5, 1, 1, Padding.VALID, Activation.RELU))
                .chain("pool2", new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID))
                .chain("flatten", new Flatten())
                .chain("dense1", new Dense(120, Activation.RELU))
                .chain("dropout", new Dropout(0.25))
                .chain("dense2", new Dense(84, Activation.RELU))
                .chain("output", new ClassificationOutput())
                .withoutLayout()
                .document("LeNet on MNIST");
    }

    /** Two Transformer blocks with their residual connections, without positions. */
    public static GraphDocument transformer() {
        Graphs graphs = new Graphs()
                .chain("input", new Input())
                .chain("embedding", new Embedding(64))
                .chain("position", new PositionalEncoding(PositionKind.SINUSOIDAL));
        String last = "position";
        for (int block = 1; block <= 2; block++) {
            String add1 = "add" + block + "a";
            String add2 = "add" + block + "b";
            String norm1 = "norm" + block + "a";
            graphs.chain("attention" + block, new SelfAttention(4, false, 0.1))
                    .chain(add1, new Add())
                    .chain(norm1, new LayerNormalization(1e-5))
                    .chain("feedforward" + block, new FeedForward(128, Activation.GELU, 0.1))
                    .chain(add2, new Add())
                    .chain("norm" + block + "b", new LayerNormalization(1e-5));
            graphs.edges.add(edge(last, add1, 1));
            graphs.edges.add(edge(norm1, add2, 1));
            last = "norm" + block + "b";
        }
        return graphs.chain("pooling", new GlobalPooling(PoolingMode.AVERAGE))
                .chain("output", new ClassificationOutput())
                .withoutLayout()
                .document("Transformer on reviews");
    }

    /** 201 nodes and over 400 edges: dense layers whose outputs meet in sums of up to four, in one column. */
    public static GraphDocument large() {
        Graphs graphs = new Graphs().chain("input", new Input());
        for (int i = 1; i <= 100; i++) {
            graphs.chain("dense" + i, new Dense(32, Activation.RELU)).chain("add" + i, new Add());
            for (int port = 1; port <= 3; port++) {
                int from = Math.max(1, i - port * 3);
                if (from < i) {
                    graphs.edges.add(edge("dense" + from, "add" + i, port));
                }
            }
        }
        return graphs.document("Large");
    }

    /** 500 nodes and 1000 edges: eight branches of dense layers and sums, each sum over three layers, side by side. */
    public static GraphDocument wide() {
        Graphs graphs = new Graphs();
        graphs.put("input", new Input(), 4, 0);
        graphs.put("join", new Concatenate(), 4, 63);
        for (int branch = 0; branch < 8; branch++) {
            String last = "input";
            for (int i = 1; i <= 31; i++) {
                String dense = "dense" + branch + "-" + i;
                String add = "add" + branch + "-" + i;
                graphs.put(dense, new Dense(32, Activation.RELU), branch, 2 * i - 1);
                graphs.put(add, new Add(), branch, 2 * i);
                graphs.edges.add(edge(last, dense, 0));
                graphs.edges.add(edge(dense, add, 0));
                for (int port = 1; port <= 2; port++) {
                    graphs.edges.add(edge("dense" + branch + "-" + Math.max(1, i - 2 * port), add, port));
                }
                last = add;
            }
            graphs.edges.add(edge(last, "join", branch));
        }
        graphs.put("dense", new Dense(32, Activation.RELU), 4, 64);
        graphs.put("output", new ClassificationOutput(), 4, 65);
        graphs.edges.add(edge("join", "dense", 0));
        graphs.edges.add(edge("dense", "output", 0));
        return graphs.document("Wide");
    }

    private void put(String name, LayerSpec layer, int column, int row) {
        nodes.add(new Node(id(name), layer));
        layout.put(
                id(name),
                new Position(
                        column * (NodeMetrics.WIDTH + NodeMetrics.GAP), row * (NodeMetrics.HEIGHT + NodeMetrics.GAP)));
    }

    private Graphs chain(String name, LayerSpec layer) {
        if (!nodes.isEmpty()) {
            edges.add(new Edge(nodes.get(nodes.size() - 1).id(), id(name), 0));
        }
        layout.put(id(name), new Position(0, nodes.size() * (NodeMetrics.HEIGHT + NodeMetrics.GAP)));
        nodes.add(new Node(id(name), layer));
        return this;
    }

    private Graphs withoutLayout() {
        layout.clear();
        return this;
    }

    private GraphDocument document(String title) {
        return new GraphDocument(
                title, "", DataReference.of("iris"), new ModelGraph(nodes, edges), layout, TrainingSettings.DEFAULT);
    }

    /** A view model with a clipboard of its own. */
    public static GraphViewModel model(GraphDocument document, DataSpec data) {
        GraphViewModel model = new GraphViewModel(document, GraphAnalyzer::analyze, new MemoryClipboard());
        model.dataProperty().set(Optional.of(data));
        return model;
    }

    /** A clipboard that nobody else writes to. */
    public static final class MemoryClipboard implements GraphClipboard {
        private Optional<Fragment> content = Optional.empty();

        @Override
        public void put(Fragment fragment) {
            content = Optional.of(fragment);
        }

        @Override
        public Optional<Fragment> get() {
            return content;
        }
    }
}
