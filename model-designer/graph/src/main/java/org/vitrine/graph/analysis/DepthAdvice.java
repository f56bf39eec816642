package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ActivationLayer;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/** Long chains in which gradients fade: plain ones, and those of activations that saturate. */
final class DepthAdvice {
    /** Before residual connections and normalisation nobody trained more than about twenty layers (Simonyan and Zisserman 2015). */
    static final int DEEP = 12;

    private static final int MANY_SIGMOIDS = 3;
    private static final int MANY_TANHS = 6;

    private DepthAdvice() {}

    static void run(Survey survey) {
        Map<NodeId, List<NodeId>> plain = new HashMap<>();
        Map<NodeId, List<NodeId>> saturating = new HashMap<>();
        for (NodeId id : survey.index().order()) {
            LayerSpec layer = survey.index().layer(id);
            List<Edge> inputs = survey.index().inputs(id);
            boolean cut = inputs.size() != 1 || Chains.isNormalization(layer) || layer instanceof Block;
            List<NodeId> before =
                    cut ? List.of() : plain.getOrDefault(inputs.get(0).from(), List.of());
            plain.put(id, Chains.isWeighted(layer) ? joined(before, id) : before);
            List<NodeId> flat =
                    cut ? List.of() : saturating.getOrDefault(inputs.get(0).from(), List.of());
            saturating.put(id, saturates(survey, layer, flat, id));
        }
        report(survey, plain, "style.deep-plain", DEEP);
        for (Map.Entry<NodeId, List<NodeId>> entry : ends(survey, saturating).entrySet()) {
            List<NodeId> chain = entry.getValue();
            Activation activation =
                    Chains.activation(survey.index().layer(chain.get(0))).orElseThrow();
            int many = activation == Activation.SIGMOID ? MANY_SIGMOIDS : MANY_TANHS;
            if (chain.size() >= many) {
                survey.add(advice(
                        "style.saturating",
                        new AtNode(chain.get(0)),
                        chain.get(0),
                        chain.size(),
                        activation,
                        ProblemTexts.names(chain, ", "),
                        chain));
            }
        }
    }

    private static List<NodeId> saturates(Survey survey, LayerSpec layer, List<NodeId> before, NodeId id) {
        var activation = Chains.activation(layer);
        if (activation.isEmpty()) {
            return before;
        }
        Activation own = activation.get();
        if (own == Activation.IDENTITY && !(layer instanceof ActivationLayer)) {
            return before;
        }
        if (own != Activation.SIGMOID && own != Activation.TANH) {
            return List.of();
        }
        boolean same = !before.isEmpty()
                && Chains.activation(survey.index().layer(before.get(0)))
                        .filter(own::equals)
                        .isPresent();
        return joined(same ? before : List.of(), id);
    }

    private static List<NodeId> joined(List<NodeId> before, NodeId id) {
        List<NodeId> chain = new ArrayList<>(before);
        chain.add(id);
        return chain;
    }

    private static void report(Survey survey, Map<NodeId, List<NodeId>> chains, String key, int many) {
        for (List<NodeId> chain : ends(survey, chains).values()) {
            if (chain.size() >= many) {
                survey.add(advice(
                        key, new AtNode(chain.get(0)), chain.get(0), chain.size(), chain.get(chain.size() - 1), chain));
            }
        }
    }

    /** The longest chain for each first node. */
    private static Map<NodeId, List<NodeId>> ends(Survey survey, Map<NodeId, List<NodeId>> chains) {
        Map<NodeId, List<NodeId>> longest = new java.util.LinkedHashMap<>();
        for (NodeId id : survey.index().order()) {
            List<NodeId> chain = chains.getOrDefault(id, List.of());
            if (!chain.isEmpty()) {
                longest.merge(chain.get(0), chain, (one, other) -> other.size() > one.size() ? other : one);
            }
        }
        return longest;
    }
}
