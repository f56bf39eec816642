package org.vitrine.editor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.analysis.Fix;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.analysis.Where;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.layer.Inference;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** Infers shapes and reports clashes and open ports: as much analysis as these tests need. */
final class ShapeAnalyzer {
    private ShapeAnalyzer() {}

    static GraphAnalysis analyze(GraphDocument document, Optional<DataSpec> data) {
        ModelGraph graph = document.graph();
        Map<NodeId, NodeShapes> shapes = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Node node : graph.topologicalOrder()) {
            List<Shape> inputs = new ArrayList<>();
            for (Edge edge : graph.inputsOf(node.id())) {
                Optional.ofNullable(shapes.get(edge.from())).ifPresent(from -> inputs.add(from.output()));
            }
            if (inputs.size() < node.layer().ports().min()) {
                problems.add(new Problem(
                        Problem.Severity.ERROR,
                        new Where.AtNode(node.id()),
                        "An input is open",
                        inputs.size() + " of " + node.layer().ports().min() + " connected",
                        "Connect it, or delete the layer.",
                        List.of(new Fix(
                                "Delete " + node.id(),
                                new RemoveParts(java.util.Set.of(node.id()), java.util.Set.of())))));
            } else if (data.isPresent()) {
                try {
                    Inference inference = node.layer().infer(inputs, data.get());
                    shapes.put(node.id(), new NodeShapes(inputs, inference.output(), inference.parameters()));
                } catch (ShapeException clash) {
                    problems.add(new Problem(
                            Problem.Severity.ERROR,
                            new Where.AtNode(node.id()),
                            clash.what(),
                            clash.numbers(),
                            clash.cure(),
                            List.of()));
                }
            }
        }
        return new GraphAnalysis(shapes, problems);
    }
}
