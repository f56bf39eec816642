package org.vitrine.app.explain.inside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.arithmetic.NetworkTrace;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.editor.layout.LayeredLayout;
import org.vitrine.editor.model.GraphState;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;

/** Networks that are laid open in tests. */
final class Networks {
    private Networks() {}

    /** A model about a data set. */
    static Opened opened(Inspector inspector, ModelGraph graph, String dataset) {
        GraphDocument document = LayeredLayout.placed(new GraphDocument(
                "A network", "", DataReference.of(dataset), graph, Map.of(), TrainingSettings.DEFAULT));
        Dataset data = data(dataset);
        return new Opened(
                inspector, new GraphState(document, GraphAnalyzer.analyze(document, Optional.of(data.spec()))), data);
    }

    static Dataset data(String name) {
        try {
            return DatasetCatalogue.builtIn().load(DataReference.of(name));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** An input of two numbers, a chain of dense layers with two units, and a head. */
    static ModelGraph chain(int layers) {
        List<Node> nodes = new ArrayList<>(List.of(new Node(new NodeId("input"), new Input())));
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i <= layers; i++) {
            nodes.add(new Node(new NodeId("dense" + i), new Dense(2, Activation.RELU)));
        }
        nodes.add(new Node(new NodeId("head"), new ClassificationOutput()));
        for (int i = 1; i < nodes.size(); i++) {
            edges.add(new Edge(nodes.get(i - 1).id(), nodes.get(i).id(), 0));
        }
        return new ModelGraph(nodes, edges);
    }

    /** What a chain computes that passes its input on. */
    static NetworkTrace trace(ModelGraph chain) {
        Map<String, Tensor> values = new HashMap<>();
        Map<String, Tensor> weights = new HashMap<>();
        for (Node node : chain.nodes()) {
            values.put(node.id().value(), Tensor.of(new float[] {1, 2}, 2));
            if (!chain.inputsOf(node.id()).isEmpty()) {
                weights.put(node.id().value() + "/W", Tensor.of(new float[] {1, 0, 0, 1}, 2, 2));
                weights.put(node.id().value() + "/b", Tensor.zeros(2));
            }
        }
        return NetworkTrace.of(chain, values, weights);
    }
}
