package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/**
 * What a network computed for one example, node by node.
 *
 * @param nodes in the order of computation
 * @param outputs of each of them
 * @param weights all parameters, as {@code node/parameter}
 */
public record NetworkTrace(
        ModelGraph graph, List<Node> nodes, Map<NodeId, Given> outputs, Map<String, Tensor> weights) {
    private static final String MASK = "input/mask";

    public NetworkTrace {
        nodes = List.copyOf(nodes);
        outputs = Map.copyOf(outputs);
        weights = Map.copyOf(weights);
    }

    /**
     * Puts together what a session worker told. Nodes without values, on which the outcome does not depend, are left out.
     *
     * @param graph flat
     * @param values by node, without a batch axis; {@code input/mask} if there is padding
     */
    public static NetworkTrace of(ModelGraph graph, Map<String, Tensor> values, Map<String, Tensor> weights) {
        List<Node> nodes = new ArrayList<>();
        Map<NodeId, Given> outputs = new LinkedHashMap<>();
        for (Node node : graph.topologicalOrder()) {
            Tensor value = values.get(node.id().value());
            if (value == null) {
                continue;
            }
            List<Given> inputs = inputs(graph, node.id(), outputs);
            nodes.add(node);
            outputs.put(
                    node.id(),
                    new Given(value, inputs.isEmpty() ? values.get(MASK) : Masks.after(node.layer(), inputs)));
        }
        return new NetworkTrace(graph, nodes, outputs, weights);
    }

    private static List<Given> inputs(ModelGraph graph, NodeId node, Map<NodeId, Given> outputs) {
        return graph.inputsOf(node).stream()
                .map(edge -> Objects.requireNonNull(outputs.get(edge.from()), () -> edge.from() + " has no values"))
                .toList();
    }

    /** What leaves a node. */
    public Given output(NodeId node) {
        return Objects.requireNonNull(outputs.get(node), () -> "There is no node " + node);
    }

    /** The node whose output comes in at a port. */
    public NodeId source(NodeId node, int port) {
        List<Edge> edges = graph.inputsOf(node);
        return edges.get(port).from();
    }

    /** How a value that leaves a node came about; of output heads before softmax or sigmoid. */
    public Unfolded unfold(NodeId node, Cell cell) {
        Node found = node(node);
        if (graph.inputsOf(node).isEmpty()) {
            Tensor values = output(node).values();
            return Sums.passed(
                    Texts.cell(found.layer(), cell),
                    Factor.constant(values.values()[cell.place(values.shape())], Texts.of("example")));
        }
        return Unfolder.of(pass(found), cell);
    }

    /** How what is made of a head's output came about, if something is made of it. */
    public Optional<Unfolded> outcome(NodeId node, Cell cell) {
        return Outcomes.of(pass(node(node)), cell);
    }

    private Node node(NodeId id) {
        return graph.node(id).orElseThrow(() -> new IllegalArgumentException("There is no node " + id));
    }

    private LayerPass pass(Node node) {
        String prefix = node.id().value() + "/";
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        weights.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                parameters.put(name.substring(prefix.length()), array);
            }
        });
        return new LayerPass(node.layer(), inputs(graph, node.id(), outputs), parameters);
    }
}
