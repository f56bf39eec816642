package org.vitrine.attribution.neighbours;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.Sampling;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/** What can be asked about the training examples behind a decision, and whether a graph can be asked so. */
public enum NeighbourQuestion {
    /** Which are like it in what leaves a layer. */
    NEAREST,
    /** Which pushed it, by gradients at the parameters of the head: exact for them, and fast. */
    LAST_LAYER,
    /** Which pushed it, by gradients at all parameters: one backward pass for each training example. */
    ALL_PARAMETERS;

    /** The name in questions and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this id, if there is one. */
    public static Optional<NeighbourQuestion> byId(String id) {
        return Arrays.stream(values())
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    /** Why graphs can not be asked so, for the questions that do not fit. */
    public static Map<NeighbourQuestion, String> refusals(ModelFacts facts) {
        Map<NeighbourQuestion, String> refusals = new EnumMap<>(NeighbourQuestion.class);
        for (NeighbourQuestion question : values()) {
            question.refusal(facts).ifPresent(why -> refusals.put(question, why));
        }
        return refusals;
    }

    /** Why the graph can not be asked so; empty if it can. */
    public Optional<String> refusal(ModelFacts facts) {
        Optional<Node> head = head(facts.graph());
        if (head.isEmpty()) {
            return Optional.of("The graph has no output");
        }
        if (this == NEAREST) {
            return Optional.empty();
        }
        String output =
                "The output '" + head.get().id() + "' (" + head.get().layer().type() + ") ";
        if (head.get().layer() instanceof TripletOutput) {
            return Optional.of(
                    output + "gives no loss of an example by itself: it compares examples with others of their batch");
        }
        Optional<Node> sampling = facts.graph().nodes().stream()
                .filter(node -> node.layer() instanceof Sampling)
                .findFirst();
        if (sampling.isPresent()) {
            return Optional.of("The loss of an example has no one gradient: '"
                    + sampling.get().id() + "' draws at random");
        }
        Target.Kind kind = facts.data().target().kind();
        boolean dense = head.get().layer() instanceof ClassificationOutput
                || head.get().layer() instanceof BinaryOutput
                || head.get().layer() instanceof RegressionOutput;
        boolean whole = kind == Target.Kind.CLASSES || kind == Target.Kind.VALUES;
        if (this == LAST_LAYER && !(dense && whole)) {
            return Optional.of(
                    output + "is no dense layer that scores an example as a whole; all parameters can be asked");
        }
        return Optional.empty();
    }

    /**
     * The layers in which examples can be compared, from the input up: those that the output depends on. The input itself is among
     * them unless it is of tokens, whose numbers mean nothing.
     */
    public static List<String> layers(ModelFacts facts) {
        Set<NodeId> needed = new HashSet<>();
        head(facts.graph()).ifPresent(head -> need(facts.graph(), head.id(), needed));
        return facts.graph().topologicalOrder().stream()
                .filter(node -> needed.contains(node.id()))
                .filter(node -> node.layer().family() != Family.OUTPUT)
                .filter(node -> !(node.layer() instanceof Input && facts.data().input() instanceof Tokens))
                .map(node -> node.id().value())
                .toList();
    }

    /** The layer whose output the head decides on; dropout, which does nothing then, is passed over. Empty without a head. */
    public static Optional<String> layerBeforeHead(ModelGraph graph) {
        return head(graph).flatMap(head -> before(graph, head.id())).map(NodeId::value);
    }

    private static Optional<NodeId> before(ModelGraph graph, NodeId node) {
        Optional<NodeId> source = graph.inputsOf(node).stream().map(Edge::from).findFirst();
        return source.filter(id -> graph.layer(id) instanceof Dropout)
                .flatMap(dropout -> before(graph, dropout))
                .or(() -> source);
    }

    private static Optional<Node> head(ModelGraph graph) {
        return graph.nodes().stream()
                .filter(node -> node.layer().family() == Family.OUTPUT)
                .findFirst();
    }

    private static void need(ModelGraph graph, NodeId node, Set<NodeId> needed) {
        if (needed.add(node)) {
            graph.inputsOf(node).forEach(edge -> need(graph, edge.from(), needed));
        }
    }
}
