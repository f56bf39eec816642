package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Convolution1D;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.RmsNormalization;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.layer.SliceAxis;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** What trains, but probably not as the user hopes. */
final class HintChecks {
    private HintChecks() {}

    static void run(Survey survey) {
        softmaxInside(survey);
        orderBlindAttention(survey);
        lastStepOfBothDirections(survey);
        sightOfTheAnswer(survey);
    }

    private static void softmaxInside(Survey survey) {
        GraphIndex index = survey.index();
        for (NodeId id : index.nodes()) {
            LayerSpec layer = index.layer(id);
            boolean softmax = survey.parameters((Record) layer).stream()
                    .anyMatch(parameter -> parameter.value() == Activation.SOFTMAX);
            if (softmax) {
                long values = survey.output(id).map(Shape::size).orElse(0L);
                survey.add(warning("softmax.middle", new AtNode(id), id, values));
            }
        }
    }

    /** Attention sees a set, not a sequence, unless something before it brought the order in. Only the first one counts. */
    private static void orderBlindAttention(Survey survey) {
        if (survey.isBody()) {
            // What comes in may carry the order: the block as a whole is judged from outside.
            return;
        }
        GraphIndex index = survey.index();
        Set<NodeId> ordered = new HashSet<>();
        for (NodeId id : index.order()) {
            LayerSpec layer = index.layer(id);
            List<Edge> inputs = index.inputs(id);
            boolean knowsOrder = inputs.stream().anyMatch(edge -> ordered.contains(edge.from()));
            if (attends(layer) && !inputs.isEmpty()) {
                if (!knowsOrder && !isCausal(layer) && survey.shapes().containsKey(id)) {
                    survey.add(warning("attention.order", new AtNode(id), id, steps(survey, id)));
                }
                ordered.add(id);
            } else if (knowsOrder || bringsOrder(layer)) {
                ordered.add(id);
            }
        }
    }

    /** Whether attention is the first thing that would have to know the order. */
    private static boolean attends(LayerSpec layer) {
        return layer instanceof SelfAttention
                || (layer instanceof Block block
                        && !bringsOrder(block)
                        && block.body().nodes().stream().anyMatch(node -> attends(node.layer())));
    }

    private static boolean isCausal(LayerSpec layer) {
        return (layer instanceof SelfAttention attention && attention.causal())
                || (layer instanceof Block block
                        && block.body().nodes().stream()
                                .allMatch(node -> !attends(node.layer()) || isCausal(node.layer())));
    }

    private static long steps(Survey survey, NodeId id) {
        return survey.output(id)
                .map(shape -> shape instanceof Sequence sequence ? sequence.length() : 0L)
                .orElse(0L);
    }

    private static boolean bringsOrder(LayerSpec layer) {
        if (layer instanceof Block block) {
            return block.body().nodes().stream().anyMatch(node -> bringsOrder(node.layer()));
        }
        return layer instanceof PositionalEncoding
                || layer instanceof Convolution1D
                || layer instanceof SimpleRnn
                || layer instanceof Lstm
                || layer instanceof Gru
                || layer instanceof Bidirectional;
    }

    /** At the last step the backward direction has read one token only. */
    private static void lastStepOfBothDirections(Survey survey) {
        GraphIndex index = survey.index();
        for (NodeId id : index.order()) {
            if (index.layer(id) instanceof LastStep && !index.inputs(id).isEmpty()) {
                NodeId source = index.inputs(id).get(0).from();
                while (keepsSteps(index.layer(source)) && !index.inputs(source).isEmpty()) {
                    source = index.inputs(source).get(0).from();
                }
                if (index.layer(source) instanceof Bidirectional) {
                    survey.add(warning("bidirectional.last", new AtNode(id), id, source, steps(survey, source)));
                }
            }
        }
    }

    /** Where each step's target is the next token, layers that look ahead copy it, and have nothing to copy when they write. */
    private static void sightOfTheAnswer(Survey survey) {
        if (survey.isBody() || survey.data().filter(DataSpec::targetsTokens).isEmpty()) {
            return;
        }
        long source = survey.data().get().sourceSteps();
        GraphIndex index = survey.index();
        Set<NodeId> withTargets = new HashSet<>();
        for (NodeId id : index.order()) {
            LayerSpec layer = index.layer(id);
            boolean told = index.isInput(id)
                    || index.inputs(id).stream()
                            .anyMatch(edge -> edge.port() == 0 && withTargets.contains(edge.from()));
            boolean sourceOnly = layer instanceof Slice slice
                    && slice.axis() == SliceAxis.TIME
                    && slice.start() + (long) slice.length() <= source;
            if (!told || sourceOnly) {
                continue;
            }
            withTargets.add(id);
            if (looksAhead(layer) && survey.shapes().containsKey(id)) {
                survey.add(warning("answers.seen", new AtNode(id), id, steps(survey, id)));
            }
        }
    }

    private static boolean looksAhead(LayerSpec layer) {
        return layer instanceof Bidirectional
                || (layer instanceof SelfAttention attention && !attention.causal())
                || (layer instanceof Block block
                        && block.body().nodes().stream().anyMatch(node -> looksAhead(node.layer())));
    }

    private static boolean keepsSteps(LayerSpec layer) {
        return layer instanceof Dropout
                || layer instanceof LayerNormalization
                || layer instanceof RmsNormalization
                || layer instanceof GroupNormalization
                || layer instanceof BatchNormalization
                || layer instanceof ActivationLayer;
    }
}
