package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.InBlock;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Image;

/** Edits worth trying for warnings and for tensors that are too large. */
final class HintRemedies {
    private final Survey survey;
    private final GraphIndex index;
    private final GraphDocument document;

    HintRemedies(Survey survey) {
        this.survey = survey;
        this.index = survey.index();
        this.document = survey.document();
    }

    List<Remedy> of(Finding finding) {
        if (finding.where() instanceof AtNode at) {
            return switch (finding.key()) {
                case "softmax.middle" -> softmax(at.id());
                case "attention.order" -> positions(at.id());
                case "bidirectional.last" -> poolInstead(at.id());
                case "answers.seen" -> lookBack(at.id());
                case "tensor.large" -> smallerBatch(finding);
                default -> poolBefore(at.id());
            };
        }
        return survey.shapes().entrySet().stream()
                .max(Comparator.comparingLong(entry -> entry.getValue().parameters()))
                .map(entry -> poolBefore(entry.getKey()))
                .orElse(List.of());
    }

    private List<Remedy> softmax(NodeId id) {
        LayerSpec layer = index.layer(id);
        List<Remedy> remedies = new ArrayList<>();
        if (layer instanceof ActivationLayer && index.canBypass(id)) {
            remedies.add(Remedy.of("fix.bypass", Edits.bypass(document, id), id));
        }
        for (Parameter parameter : Parameters.of((Record) layer)) {
            if (parameter.value() == Activation.SOFTMAX) {
                remedies.add(Remedy.set(id, layer, parameter.name(), Activation.RELU));
            }
        }
        return remedies;
    }

    /** Behind the node that feeds the attention, so that a residual connection around it carries positions too. */
    private List<Remedy> positions(NodeId id) {
        NodeId source = index.inputs(id).get(0).from();
        LayerSpec encoding = new PositionalEncoding(PositionKind.SINUSOIDAL);
        return List.of(Remedy.of("fix.insert-after", Edits.insertAfter(document, source, encoding), encoding, source));
    }

    private List<Remedy> lookBack(NodeId id) {
        LayerSpec layer = index.layer(id);
        if (layer instanceof Block block) {
            List<GraphEdit> edits = new ArrayList<>();
            causalInside(block, edits);
            return List.of(Remedy.of(
                    "fix.causal-inside",
                    new EditList(
                            "ApplyFix",
                            edits.stream()
                                    .map(edit -> (GraphEdit) new InBlock(id, edit))
                                    .toList()),
                    id));
        }
        if (!(layer instanceof Bidirectional both)) {
            return List.of(Remedy.set(id, layer, "causal", true));
        }
        int units = both.merge() == Merge.CONCATENATE ? 2 * both.units() : both.units();
        LayerSpec forward =
                switch (both.cell()) {
                    case SIMPLE_RNN -> new SimpleRnn(units, Activation.TANH);
                    case LSTM -> new Lstm(units);
                    case GRU -> new Gru(units);
                };
        return List.of(Remedy.of("fix.replace", new ReplaceLayer(id, forward), id, forward));
    }

    private static void causalInside(Block block, List<GraphEdit> edits) {
        for (Node node : block.body().nodes()) {
            if (node.layer() instanceof SelfAttention attention && !attention.causal()) {
                edits.add(new ReplaceLayer(node.id(), Parameters.with(attention, "causal", true)));
            } else if (node.layer() instanceof Block inner) {
                List<GraphEdit> deeper = new ArrayList<>();
                causalInside(inner, deeper);
                deeper.forEach(edit -> edits.add(new InBlock(node.id(), edit)));
            }
        }
    }

    private List<Remedy> poolInstead(NodeId id) {
        List<Remedy> remedies = new ArrayList<>();
        for (PoolingMode mode : List.of(PoolingMode.AVERAGE, PoolingMode.MAX)) {
            remedies.add(Remedy.of("fix.pool-instead", new ReplaceLayer(id, new GlobalPooling(mode)), id, mode));
        }
        return remedies;
    }

    private List<Remedy> smallerBatch(Finding finding) {
        if (!(finding instanceof Finding.Plain plain)) {
            return List.of();
        }
        long each = (Long) plain.arguments().get(1);
        long fitting = Long.highestOneBit(ShapeChecks.LARGEST_TENSOR / each);
        if (fitting < 1) {
            return List.of();
        }
        return List.of(Remedy.setTraining(document.training(), "batchSize", fitting));
    }

    /** A flattened image before a wide layer is where most parameters come from. */
    List<Remedy> poolBefore(NodeId id) {
        List<Remedy> remedies = new ArrayList<>();
        for (Edge edge : index.inputs(id)) {
            NodeId source = edge.from();
            NodeShapes shapes = survey.shapes().get(source);
            boolean flattensImage = index.layer(source) instanceof Flatten
                    && shapes != null
                    && shapes.inputs().get(0) instanceof Image;
            if (flattensImage) {
                remedies.add(Remedy.of(
                        "fix.pool-instead",
                        new ReplaceLayer(source, new GlobalPooling(PoolingMode.AVERAGE)),
                        source,
                        PoolingMode.AVERAGE));
            }
        }
        return remedies;
    }
}
