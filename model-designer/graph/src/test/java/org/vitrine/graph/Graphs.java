package org.vitrine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
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
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** Builds documents for tests: nodes by name, edges as text such as {@code "a -> b:1"}. */
public final class Graphs {
    public static final DataSpec IMAGES = new DataSpec(new Image(1, 28, 28), Target.classes(10));
    public static final DataSpec TEXT = new DataSpec(new Tokens(500, 20), Target.classes(2));
    public static final DataSpec SERIES = new DataSpec(new Sequence(3, 50), Target.classes(4));
    public static final DataSpec TABLE = new DataSpec(new Flat(4), Target.classes(3));
    public static final DataSpec NUMBERS = new DataSpec(new Flat(4), Target.values(1));

    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<NodeId, Position> layout = new HashMap<>();

    public Graphs node(String name, LayerSpec layer) {
        NodeId id = new NodeId(name);
        layout.put(id, new Position(0, 112.0 * nodes.size()));
        nodes.add(new Node(id, layer));
        return this;
    }

    /** Adds edges; each text may be a chain {@code a -> b -> c}. */
    public Graphs edges(String... texts) {
        for (String text : texts) {
            String[] names = text.split(" -> ");
            for (int i = 1; i < names.length; i++) {
                edges.add(edge(names[i - 1], names[i]));
            }
        }
        return this;
    }

    private static Edge edge(String from, String to) {
        String[] target = to.split(":");
        int port = target.length == 1 ? 0 : Integer.parseInt(target[1]);
        return new Edge(new NodeId(from.split(":")[0]), new NodeId(target[0]), port);
    }

    public GraphDocument document() {
        return new GraphDocument(
                "Test", "", DataReference.of("test"), new ModelGraph(nodes, edges), layout, TrainingSettings.DEFAULT);
    }

    /** Layers one after another, named n0, n1, ... */
    public static GraphDocument chain(LayerSpec... layers) {
        Graphs graphs = new Graphs();
        for (int i = 0; i < layers.length; i++) {
            graphs.node("n" + i, layers[i]);
            if (i > 0) {
                graphs.edges("n" + (i - 1) + " -> n" + i);
            }
        }
        return graphs.document();
    }

    public static GraphDocument lenet() {
        return chain(
                new Input(),
                new Convolution2D(6, 5, 1, 1, Padding.SAME, Activation.RELU),
                new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID),
                new Convolution2D(16, 5, 1, 1, Padding.VALID, Activation.RELU),
                new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID),
                new Flatten(),
                new Dense(120, Activation.RELU),
                new Dense(84, Activation.RELU),
                new ClassificationOutput());
    }
}
