package org.vitrine.exchange.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/**
 * What a program is made of.
 *
 * @param steps the nodes that the output depends on, each after its inputs; the head comes last
 * @param masked whether steps of the input can be padding
 */
public record ProgramSource(
        String title, String dataset, List<Step> steps, DataSpec data, TrainingSettings training, boolean masked) {

    public ProgramSource {
        steps = List.copyOf(steps);
    }

    /** A node with the nodes that feed it, in port order, and the shapes that enter and leave it. */
    public record Step(Node node, List<NodeId> sources, List<Shape> inputs, Shape output) {
        public Step {
            sources = List.copyOf(sources);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Puts a document's graph in order, blocks expanded.
     *
     * @param masked whether steps of some examples are padding; of no account where the input has no steps
     * @throws CodeException if the graph has errors
     */
    public static ProgramSource of(GraphDocument document, DataSpec data, boolean masked) throws CodeException {
        GraphDocument flat = document.flat();
        ModelGraph graph = flat.graph();
        GraphAnalysis analysis = GraphAnalyzer.analyze(flat, Optional.of(data));
        if (!analysis.isTrainable()) {
            throw new CodeException("The graph has errors. Look at its problems and solve them first.");
        }
        List<Step> steps = new ArrayList<>();
        for (Node node : graph.neededOrder()) {
            NodeShapes known = Objects.requireNonNull(analysis.nodes().get(node.id()), "shape of a sound graph");
            List<NodeId> sources =
                    graph.inputsOf(node.id()).stream().map(edge -> edge.from()).toList();
            steps.add(new Step(node, sources, known.inputs(), known.output()));
        }
        boolean hasSteps = data.input() instanceof Sequence || data.input() instanceof Tokens;
        return new ProgramSource(
                document.title(), document.data().dataset(), steps, data, document.training(), masked && hasSteps);
    }

    /** The node that the model ends in. */
    public Step head() {
        return steps.stream()
                .filter(step -> step.node().layer().family() == Family.OUTPUT)
                .findFirst()
                .orElseThrow();
    }

    /** The nodes whose layer is of a type. */
    public <L> List<Step> having(Class<L> layer) {
        return steps.stream()
                .filter(step -> layer.isInstance(step.node().layer()))
                .toList();
    }
}
