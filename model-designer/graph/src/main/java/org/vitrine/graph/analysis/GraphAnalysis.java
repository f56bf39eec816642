package org.vitrine.graph.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Shape;

/**
 * What {@link GraphAnalyzer} found.
 *
 * @param nodes shapes and parameters of each node whose shape could be inferred
 */
public record GraphAnalysis(Map<NodeId, NodeShapes> nodes, List<Problem> problems) {
    public GraphAnalysis {
        nodes = Map.copyOf(nodes);
        problems = List.copyOf(problems);
    }

    /** Input shapes in port order, the output shape, and the number of trainable parameters. */
    public record NodeShapes(List<Shape> inputs, Shape output, long parameters) {
        public NodeShapes {
            inputs = List.copyOf(inputs);
        }
    }

    /** The shape that leaves a node, if known. */
    public Optional<Shape> output(NodeId id) {
        return Optional.ofNullable(nodes.get(id)).map(NodeShapes::output);
    }

    /** Trainable parameters of the whole graph. */
    public long parameters() {
        return nodes.values().stream().mapToLong(NodeShapes::parameters).sum();
    }

    /** Whether the graph can be trained: no errors, warnings allowed. */
    public boolean isTrainable() {
        return problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
}
