package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.error;
import static org.vitrine.graph.analysis.Finding.Plain.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.analysis.Where.Everywhere;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Inference;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/**
 * Infers shapes from the input on. Behind a node with a problem the shapes stay unknown and nothing is reported, so that
 * each clash stands at the node that causes it.
 */
final class ShapeChecks {
    /** Elements that one tensor can have: ND4J and Java arrays count with 32 bits. */
    static final long LARGEST_TENSOR = Integer.MAX_VALUE;

    /** More parameters than this are unusual on a desk. */
    static final long MANY_PARAMETERS = 50_000_000;

    private ShapeChecks() {}

    static void run(Survey survey) {
        survey.data().ifPresent(data -> infer(survey, data));
        for (NodeId id : survey.index().nodes()) {
            if (survey.index().layer(id) instanceof Block && !survey.bodies().containsKey(id)) {
                survey.enter(id, Optional.empty());
            }
        }
    }

    private static void infer(Survey survey, DataSpec data) {
        long total = 0;
        for (NodeId id : survey.index().order()) {
            Optional<List<Shape>> inputs = inputs(survey, id);
            LayerSpec layer = survey.index().layer(id);
            if (inputs.isEmpty() || !SettingsChecks.areInRange(survey, (Record) layer)) {
                continue;
            }
            if (layer instanceof BlockInput input && survey.isBody()) {
                survey.ports()
                        .filter(ports -> input.port() < ports.size())
                        .map(ports -> ports.get(input.port()))
                        .ifPresent(shape -> survey.shapes().put(id, new NodeShapes(List.of(), shape, 0)));
                continue;
            }
            if (layer instanceof Block && !survey.enter(id, inputs).errors().isEmpty()) {
                // What is wrong is told where it is.
                continue;
            }
            try {
                Inference inference = layer.infer(inputs.get(), data);
                if (fits(survey, id, layer, inputs.get(), inference)) {
                    survey.shapes().put(id, new NodeShapes(inputs.get(), inference.output(), inference.parameters()));
                    total += inference.parameters();
                }
            } catch (ShapeException refusal) {
                survey.add(new Finding.Clash(new AtNode(id), refusal));
            }
        }
        if (total > MANY_PARAMETERS && !survey.isBody()) {
            survey.add(warning("parameters.many", new Everywhere(), total, 4 * total / (1 << 20)));
        }
    }

    /** The input shapes in port order, if all ports are filled as they should and the shapes are known. */
    private static Optional<List<Shape>> inputs(Survey survey, NodeId id) {
        List<Edge> edges = survey.index().inputs(id);
        boolean surplus = edges.size() > survey.index().layer(id).ports().max();
        if (surplus || !survey.index().openPorts(id).isEmpty()) {
            return Optional.empty();
        }
        List<Shape> shapes = new ArrayList<>(edges.size());
        for (Edge edge : edges) {
            Optional<Shape> shape = survey.output(edge.from());
            if (shape.isEmpty()) {
                return Optional.empty();
            }
            shapes.add(shape.get());
        }
        return Optional.of(shapes);
    }

    private static boolean fits(Survey survey, NodeId id, LayerSpec layer, List<Shape> inputs, Inference inference) {
        if (layer instanceof Block) {
            // Its tensors were looked at inside.
            return true;
        }
        if (inference.parameters() > LARGEST_TENSOR) {
            survey.add(error("weights.large", new AtNode(id), id, inference.parameters(), LARGEST_TENSOR));
            return false;
        }
        long batch = Math.max(1, survey.document().training().batchSize());
        long each = valuesPerExample(layer, inputs, inference.output());
        if (each > LARGEST_TENSOR / batch) {
            survey.add(error("tensor.large", new AtNode(id), id, each, batch, LARGEST_TENSOR));
            return false;
        }
        return true;
    }

    /** The size of the largest tensor a layer makes for one example: its output, or its attention scores. */
    private static long valuesPerExample(LayerSpec layer, List<Shape> inputs, Shape output) {
        if (layer instanceof CrossAttention attention
                && inputs.get(0) instanceof Sequence queries
                && inputs.get(1) instanceof Sequence memory) {
            return Math.max(output.size(), attention.heads() * queries.length() * memory.length());
        }
        if (layer instanceof SelfAttention attention && output instanceof Sequence sequence) {
            return Math.max(output.size(), attention.heads() * sequence.length() * sequence.length());
        }
        return output.size();
    }
}
