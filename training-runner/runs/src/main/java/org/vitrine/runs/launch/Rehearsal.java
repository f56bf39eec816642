package org.vitrine.runs.launch;

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
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;

/** What a worker trains for no other reason than to load the classes that each worker loads. */
final class Rehearsal {
    private Rehearsal() {}

    static GraphDocument document() {
        List<LayerSpec> layers = List.of(
                new Input(),
                new Convolution2D(4, 3, 1, 1, Padding.SAME, Activation.RELU),
                new Flatten(),
                new Dense(8, Activation.RELU),
                new ClassificationOutput());
        List<Node> nodes = new java.util.ArrayList<>();
        List<Edge> edges = new java.util.ArrayList<>();
        for (LayerSpec layer : layers) {
            Node node = new Node(new NodeId("layer" + nodes.size()), layer);
            if (!nodes.isEmpty()) {
                edges.add(new Edge(nodes.get(nodes.size() - 1).id(), node.id(), 0));
            }
            nodes.add(node);
        }
        return new GraphDocument(
                "rehearsal",
                "",
                DataReference.of("digits"),
                new ModelGraph(nodes, edges),
                Map.of(),
                Parameters.with(TrainingSettings.DEFAULT, "epochs", 1));
    }
}
