package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.advice;

import java.util.Set;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;

/** Sequences that are too long for what reads them, and embeddings that are wider than their vocabulary needs. */
final class SequenceAdvice {
    /** Gated cells carry something over a few hundred steps at best, plain ones over a few dozen (Bengio et al. 1994). */
    private static final long LONG = 200;

    private static final long LONG_FOR_PLAIN = 50;
    private static final int MUCH_WIDER = 4;

    private SequenceAdvice() {}

    static void run(Survey survey) {
        for (NodeId id : survey.index().order()) {
            LayerSpec layer = survey.index().layer(id);
            NodeShapes shapes = survey.shapes().get(id);
            if (shapes == null || shapes.inputs().isEmpty()) {
                continue;
            }
            boolean gated = layer instanceof Lstm || layer instanceof Gru || layer instanceof Bidirectional;
            if (shapes.inputs().get(0) instanceof Sequence sequence) {
                if (gated && sequence.length() > LONG) {
                    survey.add(advice("style.long-sequence", new AtNode(id), id, sequence.length(), LONG));
                }
                if (layer instanceof SimpleRnn && sequence.length() > LONG_FOR_PLAIN) {
                    survey.add(advice("style.long-for-plain", new AtNode(id), id, sequence.length(), LONG_FOR_PLAIN));
                }
            }
            if (layer instanceof Embedding embedding && shapes.inputs().get(0) instanceof Tokens tokens) {
                wide(survey, id, embedding, tokens);
            }
        }
    }

    /** In a Transformer the embedding is as wide as the model, whatever the vocabulary. */
    private static void wide(Survey survey, NodeId id, Embedding embedding, Tokens tokens) {
        Set<NodeId> behind = survey.index().forward(Set.of(id));
        boolean attends =
                behind.stream().anyMatch(node -> survey.index().layer(node).family() == Family.ATTENTION);
        if (!attends && embedding.units() > MUCH_WIDER * tokens.vocabulary()) {
            survey.add(advice("style.wide-embedding", new AtNode(id), id, embedding.units(), tokens.vocabulary()));
        }
    }
}
